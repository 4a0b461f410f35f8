package dev.plimsoll.core.check.checksums;

import dev.plimsoll.core.check.checksums.Checksums.Tolerance;
import dev.plimsoll.core.check.paths.RepositoryPaths;
import dev.plimsoll.core.checklist.FieldReader;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Nearest;
import dev.plimsoll.core.checklist.Node;
import dev.plimsoll.core.model.Glob;
import dev.plimsoll.core.model.Position;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads `checksums:`.
final class ChecksumsReader {
  private static final Map<String, Tolerance> TOLERANCES =
      new TreeMap<>(
          Map.of("line-endings", Tolerance.LINE_ENDINGS, "final-newline", Tolerance.FINAL_NEWLINE));

  private final Findings findings;

  ChecksumsReader(Findings findings) {
    this.findings = findings;
  }

  @Nullable Checksums read(Node value) {
    if (value instanceof Node.Scalar scalar && scalar.type() == Node.Scalar.Type.TEXT) {
      var list = pattern(scalar.text(), value.at());
      return list == null
          ? null
          : new Checksums(List.of(list), ListForm.AUTO, null, List.of(), 1, Set.of());
    }
    var fields = FieldReader.of(value, "'checksums'", findings);
    if (fields == null) {
      return null;
    }
    var lists = patterns(fields, "list");
    var form = fields.word("format", ListForm.words());
    var base = base(fields);
    var complete = patterns(fields, "complete");
    var atLeast = fields.wholeNumber("atLeast", 1, Integer.MAX_VALUE);
    var tolerate = tolerate(fields);
    fields.done();
    if (lists.isEmpty()) {
      if (!fields.has("list")) {
        findings.error(fields.at(), "No list is named here.", "Add list: SHA256SUMS");
      } else if (!findings.hasErrors()) {
        findings.error(fields.at("list"), "No list is named here.", "Name one: SHA256SUMS");
      }
      return null;
    }
    return new Checksums(
        lists,
        form == null ? ListForm.AUTO : form,
        base,
        complete,
        atLeast == null ? 1 : atLeast,
        tolerate);
  }

  private List<String> patterns(FieldReader fields, String key) {
    return fields.texts(key).stream()
        .flatMap(text -> Stream.ofNullable(pattern(text, fields.at(key))))
        .toList();
  }

  private @Nullable String pattern(String written, Position at) {
    var flaw = RepositoryPaths.flaw(written);
    if (flaw != null) {
      findings.error(at, flaw, "Name files inside the repository.");
      return null;
    }
    var mistake = Glob.mistake(written.replaceAll("\\{[A-Za-z][A-Za-z0-9_.-]*\\}", "x"));
    if (mistake != null) {
      findings.error(at, mistake, "Correct the pattern.");
    }
    return RepositoryPaths.normalised(written);
  }

  private @Nullable String base(FieldReader fields) {
    var base = fields.text("base");
    var flaw = base == null ? null : RepositoryPaths.flaw(base);
    if (flaw != null) {
      findings.error(fields.at("base"), flaw, "Name a folder inside the repository, or \".\".");
    }
    return base == null ? null : RepositoryPaths.normalised(base);
  }

  private Set<Tolerance> tolerate(FieldReader fields) {
    var tolerate = EnumSet.noneOf(Tolerance.class);
    for (var word : fields.texts("tolerate")) {
      var tolerance = TOLERANCES.get(word);
      if (tolerance == null) {
        findings.error(
            fields.at("tolerate"),
            "'" + word + "' cannot be tolerated.",
            Nearest.hint(word, TOLERANCES.keySet()));
      } else {
        tolerate.add(tolerance);
      }
    }
    return tolerate;
  }
}
