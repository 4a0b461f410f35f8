package dev.plimsoll.core.checklist;

import dev.plimsoll.core.model.BackupSet;
import dev.plimsoll.core.model.BackupSet.Around;
import dev.plimsoll.core.model.BackupSet.Engine;
import dev.plimsoll.core.model.BackupSet.Format;
import dev.plimsoll.core.model.BackupSet.Keep;
import dev.plimsoll.core.model.BackupSet.Kind;
import dev.plimsoll.core.model.BackupSet.KindRule;
import dev.plimsoll.core.model.BackupSet.Place;
import dev.plimsoll.core.model.BackupSet.Proof;
import dev.plimsoll.core.model.BackupSet.Rows;
import dev.plimsoll.core.model.BackupSet.Sources;
import dev.plimsoll.core.model.Glob;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads `backup:` of the project file: what is saved together, where to, for how long.
final class BackupSetsReader {
  private static final int MOST_DAYS = 36_500;
  private static final Map<String, Engine> ENGINES = Map.of("restic", Engine.RESTIC);
  private static final Map<String, Format> FORMATS = formats();
  private static final Map<String, Kind> KINDS = kinds();

  private final Findings findings;
  private final List<Reference> references;

  BackupSetsReader(Findings findings, List<Reference> references) {
    this.findings = findings;
    this.references = references;
  }

  private static Map<String, Format> formats() {
    var formats = new LinkedHashMap<String, Format>();
    for (var format : Format.values()) {
      formats.put(format.suffix(), format);
    }
    return formats;
  }

  private static Map<String, Kind> kinds() {
    var kinds = new LinkedHashMap<String, Kind>();
    for (var kind : Kind.values()) {
      kinds.put(kind.word(), kind);
    }
    return kinds;
  }

  List<BackupSet> read(FieldReader project) {
    var backup = project.fields("backup");
    if (backup == null) {
      return List.of();
    }
    var sets = new ArrayList<BackupSet>();
    var names = new HashSet<String>();
    var places = new HashMap<String, String>();
    for (var node : ChecklistReader.list(backup, "sets", findings)) {
      var fields = FieldReader.of(node, "A backup set", findings);
      if (fields == null) {
        continue;
      }
      var set = set(fields);
      if (!set.name().isBlank() && !names.add(set.name())) {
        findings.error(
            fields.valueAt("name"),
            "Another backup set is called '" + set.name() + "' already.",
            "Give each its own name.");
      }
      checkPlace(set, fields, places);
      sets.add(set);
    }
    backup.done();
    return sets;
  }

  /// Two sets that write the same names into the same folder could not be told apart.
  private void checkPlace(BackupSet set, FieldReader fields, Map<String, String> places) {
    var place = set.place();
    if (place.engine() == Engine.RESTIC || place.to().isBlank()) {
      return;
    }
    var files = place.to().replaceAll("/+$", "") + "/" + place.as() + "." + place.format().suffix();
    var other = places.putIfAbsent(files, set.name());
    if (other != null) {
      findings.error(
          fields.valueAt("to"),
          "The sets '" + other + "' and '" + set.name() + "' would write the same names into it.",
          "Give one of them another form of its names: as: \"NAME_{yyyyMMdd_HHmmss}\".");
    }
  }

  private BackupSet set(FieldReader fields) {
    var name = fields.requiredText("name");
    Names.checkId(name, fields.valueAt("name"), findings);
    var sources = sources(fields);
    var engine = fields.word("engine", ENGINES);
    var place = engine == Engine.RESTIC ? restic(fields) : folder(fields);
    var keep = keep(fields);
    var proof = new Proof(rows(fields), commands(fields, "invariants"));
    var around = new Around(commands(fields, "before"), commands(fields, "after"));
    fields.done();
    return new BackupSet(name, sources, place, keep, proof, around);
  }

  private Sources sources(FieldReader fields) {
    var outputs = new OutputsReader(findings).read(fields);
    var files = new ArrayList<String>();
    for (var item : fields.items("files")) {
      if (item instanceof Node.Scalar scalar && scalar.type() != Node.Scalar.Type.NULL) {
        files.add(BackupPaths.source(scalar, findings));
      } else {
        fields.wrong("files", item, "a list of paths");
      }
    }
    if (files.isEmpty() && outputs.isEmpty()) {
      findings.error(fields.at("files"), "A backup set needs files.", "Add files: [data/app.db]");
    }
    Names.checkGlobs(fields, "exclude", findings);
    return new Sources(files, fields.texts("exclude"), kindRules(fields), outputs);
  }

  private List<KindRule> kindRules(FieldReader fields) {
    var rules = new ArrayList<KindRule>();
    var kinds = fields.fields("kinds");
    if (kinds == null) {
      return rules;
    }
    for (var glob : kinds.names()) {
      var kind = kinds.word(glob, KINDS);
      var mistake = Glob.mistake(glob);
      if (mistake != null) {
        findings.error(kinds.at(glob), mistake, "Correct the pattern.");
      } else if (kind != null) {
        rules.add(new KindRule(glob, kind));
      }
    }
    kinds.done();
    return rules;
  }

  private Place folder(FieldReader fields) {
    var to = fields.requiredText("to").replace('\\', '/');
    var as = fields.text("as");
    var format = fields.word("format", FORMATS);
    if (as != null) {
      BackupPaths.checkForm(as, fields.valueAt("as"), findings);
    }
    for (var key : List.of("repository", "password")) {
      if (fields.has(key)) {
        findings.error(
            fields.at(key),
            "'" + key + "' belongs to the engine restic.",
            "Add engine: restic, or take it out.");
      }
    }
    return new Place(
        Engine.OWN,
        to,
        as == null ? BackupPaths.USUAL_FORM : as,
        format == null ? Format.TAR_ZST : format,
        null);
  }

  private Place restic(FieldReader fields) {
    var repository = fields.requiredText("repository");
    var password = fields.requiredText("password");
    if (!password.isBlank()) {
      Names.checkSecret(password, fields.valueAt("password"), findings);
      references.add(new Reference(Reference.Kind.SECRET, password, fields.valueAt("password")));
    }
    for (var key : List.of("to", "as", "format")) {
      if (fields.has(key)) {
        findings.error(
            fields.at(key),
            "'" + key + "' means nothing to the engine restic.",
            "Take it out: restic keeps snapshots in its repository.");
      }
    }
    return new Place(Engine.RESTIC, repository, BackupPaths.USUAL_FORM, Format.TAR_ZST, password);
  }

  private static Keep keep(FieldReader set) {
    var fields = set.fields("keep");
    if (fields == null) {
      return Keep.EVERYTHING;
    }
    var last = number(fields, "last");
    var days = number(fields, "days");
    var daily = number(fields, "daily");
    var weekly = number(fields, "weekly");
    var monthly = number(fields, "monthly");
    var atLeast = number(fields, "atLeast");
    fields.done();
    return new Keep(last, days, daily, weekly, monthly, atLeast == null ? 1 : atLeast);
  }

  private static @Nullable Integer number(FieldReader fields, String key) {
    return fields.wholeNumber(key, 1, MOST_DAYS);
  }

  private List<Rows> rows(FieldReader set) {
    var rows = new ArrayList<Rows>();
    for (var node : set.items("rows")) {
      var fields = FieldReader.of(node, "A count of rows", findings);
      if (fields == null) {
        continue;
      }
      var file = fields.requiredText("file").replace('\\', '/');
      var tables = fields.texts("tables");
      if (tables.isEmpty() || tables.stream().anyMatch(String::isBlank)) {
        findings.error(fields.at("tables"), "No table is named here.", "Add tables: [orders]");
      }
      fields.done();
      rows.add(new Rows(file, tables));
    }
    return rows;
  }

  /// `[[docker, compose, stop], [sleep, "1"]]`.
  private List<List<String>> commands(FieldReader set, String key) {
    var commands = new ArrayList<List<String>>();
    var node = set.node(key);
    if (node == null) {
      return commands;
    }
    if (!(node instanceof Node.Items items)) {
      set.wrong(key, node, "a list of commands, each a list of its words");
      return commands;
    }
    for (var item : items.items()) {
      commands.add(OutputsReader.words(key, item, findings));
    }
    return commands;
  }
}
