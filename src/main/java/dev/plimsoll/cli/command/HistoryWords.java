package dev.plimsoll.cli.command;

import dev.plimsoll.core.OpenProject;
import dev.plimsoll.core.Plimsoll;
import dev.plimsoll.core.history.HistoryExport;
import dev.plimsoll.core.history.HistoryFilter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which part of the history is asked for.
final class HistoryWords {
  @Option(
      names = "--table",
      paramLabel = "TABLE",
      description = "releases, runs, steps or records; runs by default.")
  HistoryExport.Table table = HistoryExport.Table.RUNS;

  @Option(names = "--product", paramLabel = "NAME", description = "Of this product only.")
  @Nullable String product;

  @Option(names = "--release", paramLabel = "VERSION", description = "Of this version only.")
  @Nullable String release;

  @Option(names = "--checklist", paramLabel = "ID", description = "Runs of this checklist only.")
  @Nullable String checklist;

  /// Of the project that was named with `--project`, else of all.
  HistoryFilter filter(Invocation invocation, Plimsoll plimsoll) {
    String key = null;
    if (invocation.isProjectNamed()) {
      try (OpenProject project = invocation.project(plimsoll)) {
        key = project.key();
      }
    }
    return HistoryFilter.ALL
        .withProject(key)
        .withProduct(product)
        .withVersion(release)
        .withChecklist(checklist);
  }
}
