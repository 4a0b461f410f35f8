package dev.plimsoll.core.check.backup;

import dev.plimsoll.core.check.backup.PutBack.Lose;
import dev.plimsoll.core.check.backup.PutBack.What;
import dev.plimsoll.core.checklist.FieldReader;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads `restore:`. Use it once.
final class RestoreReader {
  private static final Lose NONE = new Lose.Given("0");

  private final Findings findings;
  private final SetReader reader;

  RestoreReader(Findings findings) {
    this.findings = findings;
    this.reader = new SetReader("restore", findings);
  }

  @Nullable PutBack read(Node value, @Nullable Node expect) {
    var expectations = reader.expect(expect, SetReader.timed("files", "bytes", "lost"));
    var fields = reader.fields(value);
    if (fields == null) {
      return null;
    }
    var set = reader.set(fields);
    var what = what(fields);
    var files = files(fields);
    var lose = lose(fields);
    fields.done();
    return set == null ? null : new PutBack(set, what, files, lose, expectations);
  }

  private What what(FieldReader fields) {
    var isUndo = fields.flag("undo", false);
    var isPlan = fields.flag("plan", false);
    var point = reader.point(fields);
    if (isUndo) {
      for (var key : List.of("point", "files", "plan")) {
        if (fields.has(key)) {
          findings.error(
              fields.at(key),
              "'" + key + "' does not apply beside 'undo'.",
              "Remove it: the last restore of the set is undone, all of it.");
        }
      }
      return new What.Undo();
    }
    if (isPlan && fields.has("lose")) {
      findings.error(
          fields.at("lose"),
          "'lose' does not apply beside 'plan'.",
          "Remove it: nothing is put back, so nothing is lost.");
    }
    return isPlan ? new What.Plan(point) : new What.Point(point);
  }

  private List<String> files(FieldReader fields) {
    var files = fields.texts("files");
    if (fields.has("files") && files.isEmpty()) {
      findings.error(
          fields.at("files"), "'files' names none.", "Name files, or remove it: all are meant.");
    }
    return files;
  }

  /// A number, a text with variables, or `{answer: STEP}`.
  private Lose lose(FieldReader fields) {
    if (fields.node("lose") instanceof Node.Fields) {
      var inner = fields.fields("lose");
      if (inner == null) {
        return NONE;
      }
      var step = inner.requiredText("answer");
      inner.done();
      return new Lose.Answered(step);
    }
    var text = fields.text("lose");
    if (text == null) {
      return NONE;
    }
    if (!text.contains("{") && !text.matches("\\d{1,18}|unknown")) {
      findings.error(
          fields.valueAt("lose"),
          "'lose' cannot be '" + text + "'.",
          "Write how many entries of logs may be lost, \"{parameter}\", or {answer: STEP}.");
    }
    return new Lose.Given(text);
  }
}
