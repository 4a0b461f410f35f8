package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Json;
import dev.plimsoll.cli.terminal.Mark;
import dev.plimsoll.cli.terminal.Printer;
import dev.plimsoll.cli.terminal.Tone;
import dev.plimsoll.core.audit.foreign.Anchor;
import dev.plimsoll.core.record.Verdict;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How the verification of a chain is told.
final class ChainTelling {
  private ChainTelling() {}

  static Mark mark(int exit) {
    return Mark.of(
        switch (exit) {
          case ExitCode.OK -> Verdict.Level.PROVEN;
          case ExitCode.WARNED -> Verdict.Level.PROVEN_WITH_WARNINGS;
          case ExitCode.NO -> Verdict.Level.FAILED;
          default -> Verdict.Level.COULD_NOT_TELL;
        });
  }

  static void print(ToldChain told, Printer out) {
    out.headline(mark(told.exit()), told.log());
    var place = told.broken().map(ToldChain.Broken::place);
    told.whole()
        .ifPresent(whole -> {
          out.line("  " + told.sentence());
          out.line(
              Tone.FAINT,
              "  head "
                  + whole.head()
                  + (whole.rootHash() == null ? "" : ", root " + whole.rootHash()));
          anchor(told.how().anchor(), whole, out);
          whole.remarks().forEach(note -> out.line("  " + note.code() + ": " + note.sentence()));
          if (whole.rootHash() == null) {
            out.line(Tone.FAINT, "  to keep for the next time: --anchor " + anchor(whole));
          }
        });
    told.broken()
        .ifPresent(broken ->
            out.line(
                "  " + broken.code() + " at entry " + broken.entry() + ": " + told.sentence()));
    place.ifPresent(sides -> sides(sides, out));
    if (told.whole().isEmpty() && told.broken().isEmpty()) {
      out.line("  " + told.sentence());
    }
    next(told, out);
  }

  private static String anchor(ToldChain.Whole whole) {
    return whole.entries() + ":" + whole.head();
  }

  private static void anchor(@Nullable Anchor anchor, ToldChain.Whole whole, Printer out) {
    if (anchor != null) {
      var more = whole.entries() - anchor.entries();
      out.line(
          Tone.FAINT,
          "  "
              + (more == 0 ? "the same as in " : more + " more than in ")
              + anchor.source()
              + " ("
              + anchor.entries()
              + ")");
    }
  }

  private static void sides(ToldChain.Place place, Printer out) {
    if (place.found().isEmpty() && place.expected().isEmpty()) {
      return;
    }
    out.line(Tone.BAD, "  found     " + side(place.found()));
    out.line(Tone.GOOD, "  expected  " + side(place.expected()));
  }

  private static String side(String text) {
    return text.isEmpty() ? "nothing" : text;
  }

  /// The way on.
  private static void next(ToldChain told, Printer out) {
    var copy = told.how().copy();
    if (copy != null) {
      out.line("  Copied aside, byte for byte: " + copy);
    }
    var place = told.broken().map(ToldChain.Broken::place);
    if (place.isPresent() && copy == null) {
      out.line(
          "  Nothing was changed. Keep the file before anybody touches it: plimsoll audit verify "
              + told.log()
              + " --copy-aside");
    }
  }

  static Json json(ToldChain told) {
    var whole = told.whole();
    var broken = told.broken();
    var place = broken.map(ToldChain.Broken::place);
    return new Json()
        .with("log", told.log())
        .with("exit", told.exit())
        .with("sentence", told.sentence())
        .with("code", broken.map(each -> each.code().name()))
        .with("firstBad", broken.map(ToldChain.Broken::entry))
        .with("line", place.map(ToldChain.Place::line))
        .with("offset", place.map(ToldChain.Place::offset))
        .with("found", place.map(ToldChain.Place::found))
        .with("expected", place.map(ToldChain.Place::expected))
        .with("entries", whole.map(ToldChain.Whole::entries))
        .with("genesis", whole.flatMap(each -> Optional.ofNullable(each.genesis())))
        .with("head", whole.map(ToldChain.Whole::head))
        .with("rootHash", whole.flatMap(each -> Optional.ofNullable(each.rootHash())))
        .with("remarks", whole.map(ToldChain.Whole::remarks).orElse(List.of()), ChainTelling::json)
        .with("recipe", told.how().recipe())
        .with("anchor", json(told.how().anchor()))
        .with("copy", told.how().copy());
  }

  private static Json json(ToldChain.Note note) {
    return new Json()
        .with("code", note.code().name())
        .with("seq", note.entry())
        .with("sentence", note.sentence());
  }

  private static @Nullable Json json(@Nullable Anchor anchor) {
    return anchor == null
        ? null
        : new Json()
            .with("entries", anchor.entries())
            .with("head", anchor.head())
            .with("source", anchor.source());
  }
}
