package dev.plimsoll.core.check.git;

import dev.plimsoll.core.check.git.GitState.BranchRule;
import dev.plimsoll.core.check.git.GitState.Distance;
import dev.plimsoll.core.check.git.GitState.Head;
import dev.plimsoll.core.check.git.GitState.TagDemand;
import dev.plimsoll.core.check.git.GitState.Trait;
import dev.plimsoll.core.checklist.FieldReader;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Nearest;
import dev.plimsoll.core.checklist.Node;
import dev.plimsoll.core.model.Glob;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads `git:`.
final class GitStateReader {
  private static final String RELEASE_TAG = "{tag}";
  private static final Map<String, Trait> TRAITS = traits();

  private final Findings findings;

  GitStateReader(Findings findings) {
    this.findings = findings;
  }

  private static Map<String, Trait> traits() {
    var words = new LinkedHashMap<String, Trait>();
    for (var trait : Trait.values()) {
      words.put(trait.word(), trait);
    }
    return words;
  }

  @Nullable GitState read(Node value) {
    var fields = FieldReader.of(value, "'git'", findings);
    if (fields == null) {
      return null;
    }
    var before = findings.list().size();
    var clean = fields.flag("clean", false);
    var branch = branch(fields);
    var tag = tag(fields);
    var ahead = fields.wholeNumber("ahead", 0, Integer.MAX_VALUE);
    var behind = fields.wholeNumber("behind", 0, Integer.MAX_VALUE);
    var origins =
        fields.texts("origin").stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
    var merges = fields.word("merges", Map.of("only", true));
    var head = fields.word("head", Map.of("candidate", Head.CANDIDATE, "tag", Head.TAG));
    var past = new PastRulesReader(findings).read(fields);
    fields.done();
    var distance = ahead == null && behind == null ? null : new Distance(ahead, behind);
    var state = new GitState(clean, branch, tag, distance, origins, merges != null, head, past);
    if (state.expected().isEmpty()) {
      if (findings.list().size() == before) {
        findings.error(
            fields.at(),
            "'git' looks at nothing here.",
            "Add for example clean: true or branch: release.");
      }
      return null;
    }
    return state;
  }

  private @Nullable BranchRule branch(FieldReader fields) {
    var globs = fields.texts("branch");
    for (var glob : globs) {
      var mistake = Glob.mistake(glob);
      if (mistake != null) {
        findings.error(fields.at("branch"), mistake, "Write a name or a pattern such as hotfix/*.");
      }
    }
    if (globs.isEmpty()) {
      return null;
    }
    return new BranchRule(globs.equals(List.of("release")) ? List.of() : globs);
  }

  private @Nullable TagDemand tag(FieldReader fields) {
    var node = fields.node("tag");
    return switch (node) {
      case null -> null;
      case Node.Fields _ -> {
        var tag = fields.fields("tag");
        if (tag == null) {
          yield null;
        }
        var name = tag.text("name");
        var at = at(tag);
        var traits =
            at != null && !tag.has("is") ? Set.<Trait>of() : traitsOf(tag.items("is"), tag);
        tag.done();
        yield demand(name == null ? RELEASE_TAG : name, traits, at);
      }
      default -> demand(RELEASE_TAG, traitsOf(fields.items("tag"), fields), null);
    };
  }

  private @Nullable String at(FieldReader tag) {
    var commit = tag.text("at");
    if (commit != null && !commit.matches("[0-9a-f]{7,40}|.*\\{[A-Za-z].*")) {
      findings.error(
          tag.at("at"),
          "'" + commit + "' is no commit.",
          "Write its digest, seven to forty of the digits 0-9a-f.");
    }
    return commit;
  }

  private static @Nullable TagDemand demand(String name, Set<Trait> traits, @Nullable String at) {
    return traits.isEmpty() && at == null ? null : new TagDemand(name, traits, at);
  }

  private Set<Trait> traitsOf(List<Node> words, FieldReader fields) {
    var traits = EnumSet.noneOf(Trait.class);
    for (var word : words) {
      var text = word instanceof Node.Scalar scalar ? scalar.text() : word.kind();
      var trait = TRAITS.get(text);
      if (trait == null) {
        findings.error(
            word.at(), "A tag cannot be '" + text + "'.", Nearest.hint(text, TRAITS.keySet()));
      } else {
        traits.add(trait);
      }
    }
    if (words.isEmpty()) {
      findings.error(
          fields.at(),
          "It is not said what must be so about the tag.",
          "Add one of: " + String.join(", ", TRAITS.keySet()) + ".");
    } else if (traits.contains(Trait.ABSENT) && traits.size() > 1) {
      findings.error(
          words.getFirst().at(),
          "A tag cannot be absent and something else.",
          "Leave one of them out.");
    }
    return traits;
  }
}
