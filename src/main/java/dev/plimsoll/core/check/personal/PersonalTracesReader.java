package dev.plimsoll.core.check.personal;

import dev.plimsoll.core.check.paths.RepositoryPaths;
import dev.plimsoll.core.checklist.FieldReader;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Nearest;
import dev.plimsoll.core.checklist.Node;
import dev.plimsoll.core.model.Glob;
import dev.plimsoll.core.model.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads `personal-data:`.
final class PersonalTracesReader {
  private static final List<String> FORMS = List.of("email", "phone");

  private final Findings findings;

  PersonalTracesReader(Findings findings) {
    this.findings = findings;
  }

  @Nullable PersonalTraces read(Node value) {
    var fields = FieldReader.of(value, "'personal-data'", findings);
    if (fields == null) {
      return null;
    }
    var exports = fields.texts("in").stream().map(RepositoryPaths::normalised).toList();
    exports.forEach(pattern -> checkPattern(pattern, fields.valueAt("in")));
    var find = forms(fields);
    var wordList = fields.text("words");
    if (wordList != null) {
      checkPattern(wordList, fields.valueAt("words"));
    }
    var names = fields.texts("fields");
    var allow = fields.texts("allow");
    for (var glob : allow) {
      var mistake = Glob.mistake(glob);
      if (mistake != null) {
        findings.error(fields.valueAt("allow"), mistake, "Correct the pattern.");
      }
    }
    fields.done();
    if (exports.isEmpty()) {
      if (!fields.has("in")) {
        findings.error(
            fields.at(), "It is not said which exports are meant.", "Add in: [\"out/*.csv\"].");
      }
      return null;
    }
    if (find.isEmpty() && wordList == null && names.isEmpty() && !findings.hasErrors()) {
      findings.error(
          fields.at(), "'personal-data' looks for nothing here.", "Add find: [email, phone].");
    }
    return new PersonalTraces(
        exports,
        find,
        wordList == null ? null : RepositoryPaths.normalised(wordList),
        names,
        allow);
  }

  private List<PersonalTraces.Form> forms(FieldReader fields) {
    if (!fields.has("find")) {
      return List.of(PersonalTraces.Form.values());
    }
    var forms = new ArrayList<PersonalTraces.Form>();
    for (var word : fields.texts("find")) {
      if (FORMS.contains(word)) {
        forms.add(PersonalTraces.Form.valueOf(word.toUpperCase(Locale.ROOT)));
      } else {
        findings.error(
            fields.valueAt("find"), "'find' cannot be " + word + ".", Nearest.hint(word, FORMS));
      }
    }
    return forms;
  }

  private void checkPattern(String pattern, Position at) {
    var flaw = RepositoryPaths.flaw(pattern);
    var mistake =
        flaw == null
            ? Glob.mistake(pattern.replaceAll("\\{[A-Za-z][A-Za-z0-9_.-]*\\}", "x"))
            : flaw;
    if (mistake != null) {
      findings.error(at, mistake, "Name files inside the repository.");
    }
  }
}
