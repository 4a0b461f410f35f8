package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Mark;
import dev.plimsoll.cli.terminal.Printer;
import dev.plimsoll.cli.terminal.Tone;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.Standing;
import dev.plimsoll.core.record.BundleLimits;
import dev.plimsoll.core.record.BundleReader;
import dev.plimsoll.core.record.NotARecord;
import dev.plimsoll.core.record.ReleaseRecord;
import dev.plimsoll.core.record.Statement;
import dev.plimsoll.core.trust.CanonicalJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Shows what a record says. Proves nothing.
@Command(
    name = "show",
    description = "Show what a record says, exceptions first. This proves nothing: verify does.",
    exitCodeOnExecutionException = ExitCode.OPEN,
    footer = {"", "Exit codes: 0 shown, 2 not readable. --json prints the record's own bytes."})
final class RecordShowCommand implements Callable<Integer> {
  private static final String RECORD = "release-record.json";

  private final Invocation invocation;

  @Parameters(
      paramLabel = "FILE|BUNDLE",
      description = "A bundle, the folder it was unpacked into, or a release-record.json.")
  Path file = Path.of("");

  RecordShowCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    var statement = read();
    if (invocation.isJson()) {
      invocation.out().bytes(new String(statement.bytes(), StandardCharsets.UTF_8) + "\n");
    } else {
      print(statement, invocation.out());
    }
    return ExitCode.OK;
  }

  private Statement read() {
    try (var bundle = new BundleReader(BundleLimits.USUAL).open(invocation.path(file))) {
      return Statement.parse(bundle.bytes(RECORD, CanonicalJson.RECORD_MAX));
    } catch (IOException | NotARecord unreadable) {
      throw Problem.of(
          "Record not readable",
          file + " holds no release record that can be read: " + unreadable.getMessage() + ".",
          "Get it again from where it was published.",
          unreadable);
    }
  }

  private static void print(Statement statement, Printer out) {
    var record = statement.record();
    var identity = record.identity();
    var release = identity.release();
    out.line(
        Tone.STRONG,
        release.product()
            + " "
            + release.version()
            + " ("
            + release.type()
            + ", candidate "
            + release.candidate()
            + ") · "
            + identity.outcome().words());
    out.line("record   " + statement.sha256());
    out.line("commit   " + record.commit().orElse("none"));
    out.line("target   " + release.target());
    out.line("control  " + identity.policy().control());
    exceptions(record, out);
    record.runs().forEach(run -> run(run, out));
    out.blank();
    record
        .signoffs()
        .forEach(signed ->
            out.line(
                signed.meaning()
                    + " by "
                    + signed.printedName()
                    + " ("
                    + signed.principal()
                    + ") as "
                    + signed.role()
                    + " on "
                    + signed.signedOn()
                    + ", "
                    + signed.control()));
    out.blank();
    out.line("To prove it: plimsoll record verify FILE --allowed-signers YOUR_TRUST_FILE");
  }

  private static void exceptions(ReleaseRecord record, Printer out) {
    out.blank();
    if (record.exceptions().isEmpty()) {
      out.line("No exceptions.");
    }
    for (var exempted : record.exceptions()) {
      var until = exempted.expiresOn() == null ? "" : ", until " + exempted.expiresOn();
      out.line(
          Tone.EXCEPTION,
          exempted.kind()
              + "  "
              + exempted.step()
              + ": "
              + exempted.reason()
              + " ("
              + exempted.owner()
              + until
              + ")");
    }
  }

  private static void run(ReleaseRecord.Run run, Printer out) {
    out.blank();
    out.line(
        Tone.STRONG,
        run.checklist().title()
            + " · "
            + run.ending().decision()
            + " · "
            + run.ending().completion());
    for (var step : run.steps()) {
      out.line(mark(step.effective()), step.title() + " · " + step.seen().observed());
    }
  }

  private static Mark mark(String effective) {
    return Arrays.stream(Standing.values())
        .filter(standing -> standing.name().equals(effective))
        .findFirst()
        .map(Mark::of)
        .orElseGet(() -> new Mark(Tone.CAUTION, '?', '?', effective));
  }
}
