package dev.plimsoll.cli.command;

import dev.plimsoll.core.audit.ChainVerdict;
import dev.plimsoll.core.audit.Known;
import dev.plimsoll.core.audit.foreign.Anchor;
import dev.plimsoll.core.audit.foreign.ForeignVerdict;
import dev.plimsoll.core.audit.foreign.Recognised;
import dev.plimsoll.core.audit.report.Examined;
import dev.plimsoll.core.audit.report.ForeignReport;
import dev.plimsoll.core.audit.report.IncidentReport;
import dev.plimsoll.core.audit.report.Maker;
import dev.plimsoll.core.audit.report.OwnPlace;
import dev.plimsoll.core.audit.report.OwnReport;
import dev.plimsoll.core.model.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The file that `--report` names, where it names one.
final class ReportFile {
  private final Invocation invocation;
  private final @Nullable Path typed;

  /// @throws Problem for a name that is neither a PDF's nor a text's, or a file that is there:
  ///   before anything is verified
  ReportFile(Invocation invocation, @Nullable Path typed) {
    this.invocation = invocation;
    this.typed = typed;
    if (typed != null) {
      IncidentReport.isPdf(typed);
      if (Files.exists(invocation.path(typed))) {
        throw Problem.of(
            "Report not written",
            "There is a file " + typed + " already.",
            "Give another name: a report is never written over.");
      }
    }
  }

  boolean isWanted() {
    return typed != null;
  }

  @Nullable String name() {
    return typed == null ? null : typed.toString();
  }

  void own(Examined examined, Known known, ChainVerdict verdict, OwnPlace place) {
    write(OwnReport.of(examined, OwnReport.basis(known), verdict, place, maker()));
  }

  void foreign(ChosenChain chosen, List<Anchor> anchors, ForeignVerdict verdict) {
    if (typed == null) {
      return;
    }
    var recognised =
        chosen.unfit().isBlank()
            ? null
            : new Recognised(chosen.recipe(), chosen.unfit(), List.of());
    var basis = ForeignReport.basis(chosen.recipe().orElse(null), recognised, anchors);
    var examined = Examined.file(chosen.file(), chosen.shown());
    write(ForeignReport.of(examined, basis, verdict, maker()));
  }

  private void write(IncidentReport report) {
    if (typed != null) {
      report.write(invocation.path(typed));
      invocation.aside().line("Report: " + typed);
    }
  }

  private Maker maker() {
    return new Maker(
        invocation.installation().osUser().id(),
        invocation.surroundings().clock().instant(),
        invocation.tool());
  }
}
