package dev.plimsoll.core.run.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// TAP 14 (testanything.org): a test point for each step, with a YAML block for what is not a plain
/// pass. What does not apply is `SKIP`; what a person has accepted or put off is `TODO`, which TAP
/// does not count as a failure; a required step that has not run is not ok.
public final class TapText {
  private TapText() {}

  /// UTF-8. The stream is not closed.
  public static void write(RunReport report, OutputStream out) throws IOException {
    out.write(of(report).getBytes(StandardCharsets.UTF_8));
  }

  public static String of(RunReport report) {
    var text = new StringBuilder("TAP version 14\n");
    text.append("# ").append(line(report.name())).append('\n');
    report
        .facts()
        .forEach((name, value) ->
            text.append("# ").append(line(name)).append(": ").append(line(value)).append('\n'));
    text.append("1..").append(report.steps().size());
    text.append(report.steps().isEmpty() ? " # SKIP no steps\n" : "\n");
    for (var i = 0; i < report.steps().size(); i++) {
      step(i + 1, report.steps().get(i), text);
    }
    return text.toString();
  }

  private static void step(int number, ReportedStep step, StringBuilder text) {
    text.append(isOk(step) ? "ok " : "not ok ").append(number).append(" - ");
    text.append(escaped(step.name().title())).append(directive(step)).append('\n');
    var plain = step.verdict() == ReportedStep.Verdict.PASSED && step.tries().failed().isEmpty();
    if (plain && step.said().findings().isEmpty()) {
      return;
    }
    text.append("  ---\n");
    field("step", step.name().id(), text);
    field("standing", step.standing().name(), text);
    field("message", step.words(), text);
    field("expected", step.said().expected(), text);
    field("observed", step.said().observed(), text);
    text.append("  attempts: ").append(step.tries().count()).append('\n');
    list("failedBefore", step.tries().failed(), text);
    list("findings", step.said().findings(), text);
    text.append("  ...\n");
  }

  private static boolean isOk(ReportedStep step) {
    return switch (step.verdict()) {
      case PASSED -> true;
      case FAILED, ERROR -> false;
      case SKIPPED ->
          switch (step.standing()) {
            case WAIVED, DEFERRED -> false;
            default -> true;
          };
    };
  }

  private static String directive(ReportedStep step) {
    if (step.verdict() != ReportedStep.Verdict.SKIPPED) {
      return "";
    }
    return (isOk(step) ? " # SKIP " : " # TODO ")
        + escaped(step.standing().words().toLowerCase(Locale.ROOT) + ": " + step.words());
  }

  private static void field(String name, String value, StringBuilder text) {
    text.append("  ").append(name).append(": ").append(quoted(value)).append('\n');
  }

  private static void list(String name, List<String> values, StringBuilder text) {
    if (!values.isEmpty()) {
      text.append("  ").append(name).append(":\n");
      values.forEach(value -> text.append("    - ").append(quoted(value)).append('\n'));
    }
  }

  /// A double-quoted YAML scalar on one line.
  private static String quoted(String value) {
    var text = new StringBuilder("\"");
    value
        .codePoints()
        .forEach(point -> {
          switch (point) {
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            case '\n' -> text.append("\\n");
            case '\t' -> text.append("\\t");
            default -> {
              if (point < 0x20 || (point >= 0x7F && point <= 0xA0)) {
                text.append(String.format(Locale.ROOT, "\\x%02X", point));
              } else {
                text.appendCodePoint(isHalf(point) ? 0xFFFD : point);
              }
            }
          }
        });
    return text.append('"').toString();
  }

  /// Half a surrogate pair has no bytes in UTF-8.
  private static boolean isHalf(int point) {
    return point >= 0xD800 && point <= 0xDFFF;
  }

  private static String escaped(String title) {
    return line(title).replace("\\", "\\\\").replace("#", "\\#");
  }

  private static String line(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ").replaceAll("\\p{Cs}", "\uFFFD").strip();
  }
}
