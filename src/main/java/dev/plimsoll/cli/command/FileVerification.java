package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Json;
import dev.plimsoll.core.ChainDesk;
import dev.plimsoll.core.OpenProject;
import dev.plimsoll.core.audit.ChainLines;
import dev.plimsoll.core.audit.ChainVerdict;
import dev.plimsoll.core.audit.ChainVerification;
import dev.plimsoll.core.audit.Known;
import dev.plimsoll.core.audit.VerdictCode;
import dev.plimsoll.core.audit.foreign.Anchor;
import dev.plimsoll.core.audit.foreign.ForeignVerdict;
import dev.plimsoll.core.audit.report.Examined;
import dev.plimsoll.core.audit.report.OwnPlace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `audit verify FILE`: one log in JSON Lines.
final class FileVerification {
  /// Any recipe finds that there is no entry.
  private static final String ANY = "aetherlink";

  private static final String STOPPED =
      "It was stopped before its end; nothing is said about the rest.";

  private final Invocation invocation;
  private final Wishes wishes;
  private final ReportFile report;

  /// @param aside folder for a copy of a broken file, empty for the usual one, null for no copy
  /// @param records whether the project's log says that it was verified
  /// @param pins what an auditor saw of logs of ours before
  record Wishes(
      @Nullable String recipe,
      @Nullable String anchor,
      @Nullable String aside,
      boolean records,
      PinOptions pins) {}

  FileVerification(Invocation invocation, Wishes wishes, ReportFile report) {
    this.invocation = invocation;
    this.wishes = wishes;
    this.report = report;
  }

  int verify(Path typed) {
    try (var here = ChainsHere.open(invocation)) {
      var desk = here.desk();
      var chosen = ChosenChain.of(invocation, desk, typed, wishes.recipe());
      var anchors = chosen.anchors(wishes.anchor());
      if (chosen.recipe().isEmpty()) {
        return unfit(chosen, anchors, desk);
      }
      if (chosen.recipe().get().isOwnLog()) {
        var known = known(chosen, anchors, here.project());
        return new Watching(invocation)
            .run(
                new ChainVerification(ChainLines.of(chosen.file()), known),
                verdict -> told(own(verdict, chosen, known), desk, chosen));
      }
      var verification = desk.verification(chosen.file(), chosen.recipe().get(), anchors);
      return new Watching(invocation)
          .run(
              verification, verdict -> told(foreign(verdict, chosen, anchors, desk), desk, chosen));
    }
  }

  /// Nothing fits; but where there is no entry at all, an anchor says what is missing.
  private int unfit(ChosenChain chosen, List<Anchor> anchors, ChainDesk desk) {
    var verdict =
        anchors.isEmpty()
            ? null
            : desk.verification(chosen.file(), desk.recipes(ANY).getFirst(), anchors).run();
    if (verdict instanceof ForeignVerdict.Broken(var defect)
        && defect.code() == VerdictCode.PIN_ROLLBACK
        && defect.entry() == 0) {
      report.foreign(chosen, anchors, verdict);
      var how = new ToldChain.How(null, anchors.getFirst(), null);
      return told(ToldChain.foreign(chosen.shown(), verdict, how));
    }
    report.foreign(chosen, anchors, new ForeignVerdict.CouldNotTell(chosen.unfit()));
    return told(
        ToldChain.open(chosen.shown(), chosen.unfit(), new ToldChain.How(null, null, null)));
  }

  /// What an export of a log of ours is held against.
  private Known known(ChosenChain chosen, List<Anchor> anchors, @Nullable OpenProject project) {
    var pins = anchors.stream().map(Anchor::pin).toList();
    return wishes
        .pins()
        .ofFile(invocation, project, ChainLines.of(chosen.file()))
        .with(List.of(), pins);
  }

  private ToldChain own(Optional<ChainVerdict> seen, ChosenChain chosen, Known known) {
    if (seen.isEmpty()) {
      return ToldChain.open(chosen.shown(), STOPPED, ToldChain.How.OWN);
    }
    var verdict = seen.get();
    wishes.pins().keep(invocation, ChainLines.of(chosen.file()), verdict);
    if (report.isWanted()) {
      var examined = Examined.file(chosen.file(), chosen.shown());
      report.own(examined, known, verdict, OwnPlace.in(chosen.file()));
    }
    return ToldChain.own(chosen.shown(), verdict);
  }

  private ToldChain foreign(
      Optional<ForeignVerdict> verdict, ChosenChain chosen, List<Anchor> anchors, ChainDesk desk) {
    var recipe = chosen.recipe().orElseThrow();
    var anchor = anchors.stream().findFirst().orElse(null);
    var how = new ToldChain.How(recipe.name(), anchor, null);
    if (verdict.isEmpty()) {
      return ToldChain.open(chosen.shown(), STOPPED, how);
    }
    report.foreign(chosen, anchors, verdict.get());
    if (wishes.records()) {
      chosen
          .named()
          .ifPresent(chain -> desk.record(chain.named(), recipe, anchor, verdict.get(), null));
    }
    return ToldChain.foreign(chosen.shown(), verdict.get(), how);
  }

  private int told(ToldChain verified, ChainDesk desk, ChosenChain chosen) {
    var aside = wishes.aside();
    return told(
        aside == null || verified.exit() != ExitCode.NO
            ? verified
            : verified.copied(
                desk.copyAside(
                    chosen.file(), aside.isEmpty() ? null : invocation.path(Path.of(aside)))));
  }

  private int told(ToldChain verified) {
    if (invocation.isJson()) {
      invocation.say(
          new Json()
              .with("exit", verified.exit())
              .with("logs", List.of(verified), ChainTelling::json)
              .with("report", report.name()));
    } else {
      ChainTelling.print(verified, invocation.out());
    }
    return verified.exit();
  }
}
