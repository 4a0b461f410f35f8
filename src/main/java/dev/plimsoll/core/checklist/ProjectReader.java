package dev.plimsoll.core.checklist;

import dev.plimsoll.core.model.Checklist.Source;
import dev.plimsoll.core.model.Project;
import dev.plimsoll.core.model.Project.Audit;
import dev.plimsoll.core.model.Project.Contact;
import dev.plimsoll.core.model.Project.Desk;
import dev.plimsoll.core.model.Project.Risk;
import dev.plimsoll.core.model.Project.Rules;
import dev.plimsoll.core.model.Project.VersionRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads `project.yaml` (`schema: plimsoll/project/v1`). Every key of the format is known and its
/// shape checked, also those that this version does nothing with yet. Thread-safe.
public final class ProjectReader {
  static final String SCHEMA = "plimsoll/project/v1";

  /// The words of `dev.plimsoll.core.release.VersionScheme`, which this package does not know.
  static final List<String> SCHEMES = List.of("semver", "pep440");

  private static final Map<String, String> LEVELS = levels();

  private static Map<String, String> levels() {
    var levels = new LinkedHashMap<String, String>();
    List.of("low", "medium", "high").forEach(word -> levels.put(word, word));
    return levels;
  }

  /// @param project null after at least one error
  /// @param secrets the names it declares, also when it could not be read as a whole
  record Reading(
      @Nullable Project project,
      List<Reference> references,
      Set<String> secrets,
      Set<String> roles) {}

  /// The project, or null after at least one error was added to `findings`.
  public @Nullable Project read(Source source, Findings findings) {
    return reading(source, findings).project();
  }

  /// As [#read], with the names that other files must explain.
  Reading reading(Source source, Findings findings) {
    var own = new Findings();
    var node = SourceFile.yaml(source, own);
    var fields = node == null ? null : FieldReader.of(node, "The file", own);
    var reading =
        fields == null
            ? new Reading(null, List.of(), Set.of(), Set.of())
            : reading(source, fields, own);
    own.list().forEach(findings::add);
    return own.hasErrors()
        ? new Reading(null, reading.references(), reading.secrets(), reading.roles())
        : reading;
  }

  private static Reading reading(Source source, FieldReader fields, Findings findings) {
    ChecklistReader.schema(fields, SCHEMA, findings);
    var references = new ArrayList<Reference>();
    var product = fields.requiredText("product");
    var version = version(fields, findings);
    var branches = branches(fields, findings);
    var plan = new PlanReader(findings, references).read(fields);
    var people = new PeopleReader(findings);
    var persons = people.people(fields);
    var approvals = people.approvals(fields);
    var solo = people.solo(fields);
    people.checkReach(fields, solo);
    var schedule = new ScheduleReader(findings, references);
    schedule.calendar(fields);
    var maintenance = schedule.maintenance(fields);
    var desk = new Desk(contacts(fields, findings), risks(fields, findings), maintenance);
    var secrets = secrets(fields, findings);
    new OperationsReader(findings, references).read(fields);
    var backups = new BackupSetsReader(findings, references).read(fields);
    var chains = new ChainsReader(findings, references).read(fields);
    fields.done();
    var rules = new Rules(version, branches, approvals, solo);
    return new Reading(
        new Project(
            product,
            plan,
            rules,
            persons,
            desk,
            new Audit(chains, List.of()),
            backups,
            secrets,
            source),
        List.copyOf(references),
        secrets,
        people.roles());
  }

  private static VersionRule version(FieldReader project, Findings findings) {
    var usual = new VersionRule(null, List.of("semver"), "v{version}", List.of());
    var fields = project.fields("version");
    if (fields == null) {
      return usual;
    }
    var from = fields.text("from");
    var schemes = schemes(fields, findings);
    var tag = fields.text("tag");
    if (tag != null) {
      checkTag(tag, fields, findings);
    }
    Names.checkGlobs(fields, "ignoreTags", findings);
    var rule =
        new VersionRule(
            from == null ? null : Names.path(fields, "from", from, findings),
            schemes.isEmpty() ? usual.schemes() : schemes,
            tag == null ? usual.tag() : tag,
            fields.texts("ignoreTags"));
    fields.done();
    return rule;
  }

  private static List<String> schemes(FieldReader fields, Findings findings) {
    for (var item : fields.items("scheme")) {
      if (item instanceof Node.Scalar scalar && !SCHEMES.contains(scalar.text())) {
        findings.error(
            scalar.at(),
            "'" + scalar.text() + "' is no version scheme.",
            Nearest.hint(scalar.text(), SCHEMES));
      }
    }
    return fields.texts("scheme");
  }

  private static void checkTag(String tag, FieldReader fields, Findings findings) {
    var rest = tag.replace("{version}", "");
    if (tag.length() - rest.length() != "{version}".length()) {
      findings.error(
          fields.valueAt("tag"),
          "The form of a tag must hold {version} exactly once.",
          "Write, for example, tag: \"v{version}\".");
    } else if (!rest.matches("[A-Za-z0-9._/+@-]*")
        || rest.contains("..")
        || rest.startsWith("-")
        || rest.startsWith("/")) {
      findings.error(
          fields.valueAt("tag"),
          "'" + tag + "' makes no name that git allows.",
          "Write, for example, tag: \"v{version}\".");
    }
  }

  private static List<String> branches(FieldReader project, Findings findings) {
    var fields = project.fields("branches");
    if (fields == null) {
      return List.of();
    }
    var release = fields.texts("release");
    Names.checkGlobs(fields, "release", findings);
    fields.done();
    return release;
  }

  private static List<Contact> contacts(FieldReader project, Findings findings) {
    var contacts = new ArrayList<Contact>();
    for (var node : project.items("contacts")) {
      var fields = FieldReader.of(node, "A contact", findings);
      if (fields != null) {
        contacts.add(
            new Contact(
                fields.requiredText("role"),
                fields.requiredText("name"),
                fields.requiredText("reach")));
        fields.done();
      }
    }
    return contacts;
  }

  private static List<Risk> risks(FieldReader project, Findings findings) {
    var risks = new ArrayList<Risk>();
    for (var node : project.items("risks")) {
      var fields = FieldReader.of(node, "A risk", findings);
      if (fields != null) {
        risks.add(
            new Risk(
                fields.requiredText("risk"),
                level(fields, "probability"),
                level(fields, "impact"),
                fields.requiredText("mitigation")));
        fields.done();
      }
    }
    return risks;
  }

  private static String level(FieldReader fields, String key) {
    fields.requiredText(key);
    var level = fields.word(key, LEVELS);
    return level == null ? "" : level;
  }

  private static Set<String> secrets(FieldReader project, Findings findings) {
    var secrets = new LinkedHashSet<String>();
    for (var item : project.items("secrets")) {
      if (!(item instanceof Node.Scalar name)) {
        project.wrong("secrets", item, "a list of names");
        continue;
      }
      Names.checkSecret(name.text(), name.at(), findings);
      if (!secrets.add(name.text())) {
        findings.error(
            name.at(), "The secret " + name.text() + " stands here twice.", "Remove one of them.");
      }
    }
    return secrets;
  }
}
