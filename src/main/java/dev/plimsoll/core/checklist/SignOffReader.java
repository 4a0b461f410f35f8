package dev.plimsoll.core.checklist;

import dev.plimsoll.core.model.SignOff;
import dev.plimsoll.core.model.Verb;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The verb `sign-off`: people of a role approve. `sign-off: "..."` is short for `sign-off:
/// {statement: "..."}`.
final class SignOffReader implements VerbReader {
  private static final Map<String, String> MEANINGS = meanings();
  private static final int MOST_PEOPLE = 20;

  private static Map<String, String> meanings() {
    var meanings = new LinkedHashMap<String, String>();
    List.of("approved", "reviewed", "authored").forEach(word -> meanings.put(word, word));
    return meanings;
  }

  @Override
  public String word() {
    return "sign-off";
  }

  @Override
  public @Nullable Verb read(Node value, @Nullable Node expect, Findings findings) {
    if (expect != null) {
      findings.error(
          expect.at(),
          "A sign-off has nothing to expect.",
          "Remove 'expect', or say it in the statement.");
    }
    if (value instanceof Node.Scalar scalar && !scalar.text().isBlank()) {
      return new SignOff(scalar.text(), "approved", "approver", 1);
    }
    var fields = FieldReader.of(value, "'sign-off'", findings);
    if (fields == null) {
      return null;
    }
    var statement = fields.requiredText("statement");
    var meaning = fields.word("meaning", MEANINGS);
    var role = fields.text("role");
    if (role != null) {
      Names.checkRole(role, fields.valueAt("role"), findings);
    }
    var people = fields.wholeNumber("people", 1, MOST_PEOPLE);
    fields.done();
    return new SignOff(
        statement,
        meaning == null ? "approved" : meaning,
        role == null ? "approver" : role,
        people == null ? 1 : people);
  }
}
