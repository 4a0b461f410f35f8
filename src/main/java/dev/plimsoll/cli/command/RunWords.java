package dev.plimsoll.cli.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What a person says about steps on the command line.
final class RunWords {
  @Option(
      names = "--answer",
      paramLabel = "STEP=VALUE",
      description = "Answer the question of a step; the record says that it came from here.")
  Map<String, String> answers = new LinkedHashMap<>();

  @Option(
      names = "--attach",
      paramLabel = "STEP=FILE",
      description = "Keep a file as evidence of a step; may be repeated.")
  List<String> attachments = new ArrayList<>();

  @Option(names = "--note", paramLabel = "STEP=TEXT", description = "Leave a note at a step.")
  Map<String, String> notes = new LinkedHashMap<>();

  @Option(
      names = "--waive",
      paramLabel = "STEP=REASON",
      description = "Accept a step that did not pass; wants --until.")
  Map<String, String> waivers = new LinkedHashMap<>();

  @Option(
      names = "--defer",
      paramLabel = "STEP=REASON",
      description = "Put a step off, where the checklist allows it; wants --until.")
  Map<String, String> deferrals = new LinkedHashMap<>();

  @Option(
      names = "--until",
      paramLabel = "YYYY-MM-DD",
      description = "The last day of what is waived or deferred here.")
  @Nullable LocalDate until;

  @Option(
      names = "--not-applicable",
      paramLabel = "STEP=REASON",
      description = "Say that a step does not apply, and why.")
  Map<String, String> notApplicable = new LinkedHashMap<>();

  @Option(
      names = "--reopen",
      paramLabel = "STEP=REASON",
      description = "Open a step again, and say why.")
  Map<String, String> reopened = new LinkedHashMap<>();

  /// A file for a step.
  record Attached(String step, Path file) {}

  List<Attached> attached() {
    return attachments.stream().map(RunWords::attached).toList();
  }

  private static Attached attached(String typed) {
    var equals = typed.indexOf('=');
    if (equals < 1 || equals == typed.length() - 1) {
      throw new Misuse(
          "'" + typed + "' is not STEP=FILE.", "For example: --attach review=notes.txt");
    }
    return new Attached(typed.substring(0, equals), Path.of(typed.substring(equals + 1)));
  }

  /// The last day, where one is needed.
  LocalDate lastDay() {
    if (until == null) {
      throw new Misuse(
          "What is waived or deferred ends on a day, and none is given.",
          "Add --until YYYY-MM-DD.");
    }
    return until;
  }

  /// Every step that something is said about.
  List<String> steps() {
    var steps = new ArrayList<String>();
    List.of(answers, notes, waivers, deferrals, notApplicable, reopened)
        .forEach(said -> steps.addAll(said.keySet()));
    attached().forEach(each -> steps.add(each.step()));
    return steps;
  }
}
