package dev.plimsoll.desktop.app;

import dev.plimsoll.core.audit.Known;
import dev.plimsoll.core.audit.LogKeeper;
import dev.plimsoll.core.audit.LogStore;
import dev.plimsoll.core.audit.foreign.Recognised;
import dev.plimsoll.core.audit.report.Examined;
import dev.plimsoll.core.audit.report.ForeignReport;
import dev.plimsoll.core.audit.report.IncidentReport;
import dev.plimsoll.core.audit.report.Maker;
import dev.plimsoll.core.audit.report.OwnPlace;
import dev.plimsoll.core.audit.report.OwnReport;
import dev.plimsoll.desktop.screen.audit.Conclusion;
import dev.plimsoll.desktop.screen.audit.Finding;
import dev.plimsoll.desktop.screen.audit.LogChoice;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Puts the report of a finding together. Reads the log's file for its digest.
final class FindingReport implements LogShelf.Reporting {
  private final Supplier<String> who;
  private final LogKeeper.Tool tool;

  /// @param who the person at the window, as it calls itself
  FindingReport(Supplier<String> who, LogKeeper.Tool tool) {
    this.who = who;
    this.tool = tool;
  }

  @Override
  public IncidentReport of(Finding finding, Known known, Optional<LogStore> own) {
    var ending = finding.ending();
    var maker = new Maker(who.get(), ending.on(), tool);
    return switch (ending.conclusion().source()) {
      case Conclusion.Source.Own said ->
          OwnReport.of(
              Examined.stored(finding.log().title()),
              OwnReport.basis(known),
              said.verdict(),
              own.map(OwnPlace::in).orElseThrow(),
              maker);
      case Conclusion.Source.Foreign said ->
          ForeignReport.of(
              Examined.file(file(finding.log()), file(finding.log()).toString()),
              ForeignReport.basis(finding.recipe(), recognised(finding), finding.anchors()),
              said.verdict(),
              maker);
    };
  }

  /// Null where the recipe is not the one that was found by trial.
  private static @Nullable Recognised recognised(Finding finding) {
    var found = finding.opened().recipes().recognised();
    return found != null && found.recipe().equals(Optional.ofNullable(finding.recipe()))
        ? found
        : null;
  }

  private static Path file(LogChoice log) {
    return switch (log) {
      case LogChoice.Chain chain -> chain.file();
      case LogChoice.GivenFile given -> given.file();
      case LogChoice.Own own -> Path.of(own.project());
    };
  }
}
