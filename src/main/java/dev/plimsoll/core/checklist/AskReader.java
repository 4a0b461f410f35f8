package dev.plimsoll.core.checklist;

import dev.plimsoll.core.model.Question;
import dev.plimsoll.core.model.Question.AnswerForm;
import dev.plimsoll.core.model.Question.EvidenceDemand;
import dev.plimsoll.core.model.Verb;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The verb `ask`: a person answers. `ask: "Is it so?"` is short for `ask: {challenge: "Is it
/// so?"}`.
final class AskReader implements VerbReader {
  private static final Map<String, EvidenceDemand> DEMANDS = demands();
  private static final List<String> RECORDS =
      List.of("confirm", "text", "number", "choice", "file", "link");

  private static Map<String, EvidenceDemand> demands() {
    var demands = new LinkedHashMap<String, EvidenceDemand>();
    demands.put("none", EvidenceDemand.NONE);
    demands.put("optional", EvidenceDemand.OPTIONAL);
    demands.put("required", EvidenceDemand.REQUIRED);
    return demands;
  }

  @Override
  public String word() {
    return "ask";
  }

  @Override
  public @Nullable Verb read(Node value, @Nullable Node expect, Findings findings) {
    var expected = expected(expect, findings);
    if (value instanceof Node.Scalar scalar && !scalar.text().isBlank()) {
      return new Question(
          scalar.text(), expected, new AnswerForm.Confirm(), EvidenceDemand.OPTIONAL);
    }
    var fields = FieldReader.of(value, "'ask'", findings);
    if (fields == null) {
      return null;
    }
    var challenge = fields.requiredText("challenge");
    var form = form(fields, findings);
    var demand = fields.word("evidence", DEMANDS);
    fields.done();
    return new Question(
        challenge, expected, form, demand == null ? EvidenceDemand.OPTIONAL : demand);
  }

  private static @Nullable String expected(@Nullable Node expect, Findings findings) {
    if (expect == null) {
      return null;
    }
    if (expect instanceof Node.Scalar scalar && scalar.type() != Node.Scalar.Type.NULL) {
      return scalar.text();
    }
    findings.error(
        expect.at(),
        "'expect' of a question must be a text, not " + expect.kind() + ".",
        "Write the expected response.");
    return null;
  }

  private static AnswerForm form(FieldReader fields, Findings findings) {
    var words = new LinkedHashMap<String, String>();
    RECORDS.forEach(word -> words.put(word, word));
    var record = fields.word("record", words);
    var form =
        switch (record == null ? "confirm" : record) {
          case "text" -> new AnswerForm.Text();
          case "number" -> number(fields, findings);
          case "choice" -> choice(fields, findings);
          case "file" -> new AnswerForm.File();
          case "link" -> new AnswerForm.Link();
          default -> new AnswerForm.Confirm();
        };
    belongs(
        fields,
        List.of("unit", "min", "max"),
        "number",
        form instanceof AnswerForm.Number,
        findings);
    belongs(
        fields, List.of("options", "pass"), "choice", form instanceof AnswerForm.Choice, findings);
    return form;
  }

  private static AnswerForm number(FieldReader fields, Findings findings) {
    var min = decimal(fields, "min");
    var max = decimal(fields, "max");
    if (min != null && max != null && new BigDecimal(min).compareTo(new BigDecimal(max)) > 0) {
      findings.error(fields.valueAt("max"), "'max' is less than 'min'.", "Exchange them.");
    }
    return new AnswerForm.Number(fields.text("unit"), min, max);
  }

  private static @Nullable String decimal(FieldReader fields, String key) {
    var node = fields.node(key);
    if (node == null) {
      return null;
    }
    if (node instanceof Node.Scalar scalar
        && scalar.text().matches("-?[0-9]{1,30}(?:\\.[0-9]{1,30})?")) {
      return scalar.text();
    }
    fields.wrong(key, node, "a decimal number");
    return null;
  }

  private static AnswerForm choice(FieldReader fields, Findings findings) {
    var options = fields.texts("options");
    var pass = fields.texts("pass");
    if (options.size() < 2 || options.stream().distinct().count() < options.size()) {
      findings.error(
          fields.valueAt("options"),
          "A choice needs at least two different options.",
          "Write options: [one, two].");
    }
    for (var word : pass) {
      if (!options.contains(word)) {
        findings.error(
            fields.valueAt("pass"),
            "'" + word + "' is none of the options.",
            Nearest.hint(word, options));
      }
    }
    return new AnswerForm.Choice(options, pass.isEmpty() ? options : pass);
  }

  private static void belongs(
      FieldReader fields, List<String> keys, String record, boolean fits, Findings findings) {
    for (var key : keys) {
      if (fields.has(key) && !fits) {
        findings.error(
            fields.at(key),
            "'" + key + "' belongs to record: " + record + ".",
            "Write record: " + record + ", or remove it.");
      }
    }
  }
}
