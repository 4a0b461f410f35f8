package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Json;
import dev.plimsoll.cli.terminal.Mark;
import dev.plimsoll.cli.terminal.Printer;
import dev.plimsoll.cli.terminal.Tone;
import dev.plimsoll.core.record.Statement;
import dev.plimsoll.core.record.Verdict;
import dev.plimsoll.core.record.Verification;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How the verification of a record is told.
final class VerificationTelling {
  private VerificationTelling() {}

  /// A line for each verdict, then the one word over all.
  static void print(Verification verification, Printer out) {
    var statement = verification.statement();
    if (statement != null) {
      var release = statement.record().identity().release();
      out.line(
          Tone.STRONG,
          release.product()
              + " "
              + release.version()
              + " · "
              + statement.record().identity().outcome().words()
              + " · record "
              + statement.sha256());
    }
    for (var verdict : verification.verdicts()) {
      out.line(mark(verdict), verdict.sentence() + codes(verdict));
      verdict.details().forEach(detail -> out.under(Tone.FAINT, detail));
    }
    out.headline(Mark.of(verification.level()), "");
  }

  private static Mark mark(Verdict verdict) {
    var level = Mark.of(verdict.level());
    return new Mark(level.tone(), level.sign(), level.plain(), verdict.aspect().title());
  }

  private static String codes(Verdict verdict) {
    return verdict.codes().isEmpty()
        ? ""
        : verdict.codes().stream().map(Enum::name).collect(Collectors.joining(", ", " [", "]"));
  }

  static Json json(Verification verification) {
    return new Json()
        .with("exit", verification.exitCode())
        .with("level", verification.level().name())
        .with("record", record(verification.statement()))
        .with("verdicts", verification.verdicts(), VerificationTelling::json)
        .with("firstBroken", verification.firstBroken().map(VerificationTelling::json).orElse(null))
        .with("cannotProve", verification.cannotProve());
  }

  private static @Nullable Json record(@Nullable Statement statement) {
    if (statement == null) {
      return null;
    }
    var identity = statement.record().identity();
    return new Json()
        .with("sha256", statement.sha256())
        .with("product", identity.release().product())
        .with("version", identity.release().version())
        .with("outcome", identity.outcome().name());
  }

  private static Json json(Verdict verdict) {
    return new Json()
        .with("aspect", verdict.aspect().name())
        .with("level", verdict.level().name())
        .with("codes", verdict.codes().stream().map(Enum::name).toList())
        .with("sentence", verdict.sentence())
        .with("details", verdict.details())
        .with("firstBad", verdict.firstBad());
  }
}
