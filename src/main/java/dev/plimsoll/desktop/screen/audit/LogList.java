package dev.plimsoll.desktop.screen.audit;

import dev.plimsoll.desktop.kit.ChosenList;
import java.util.Optional;

/// The logs to choose from. Only logs can be selected.
final class LogList {
  private LogList() {}

  static ChosenList<LogLine, LogChoice> of(AuditViewModel model) {
    var list =
        new ChosenList<>(
            new ChosenList.Lines<>(model.lines(), LogList::log, LogChoice::equals),
            model.selectedProperty(),
            new ChosenList.Choosing<>(model::select, model::selectNext, model::selectPrevious));
    list.setId("logs");
    list.setAccessibleText("Logs");
    list.setCellFactory(_ -> new LogCell());
    return list;
  }

  private static Optional<LogChoice> log(LogLine line) {
    return line instanceof LogLine.Line of ? Optional.of(of.log()) : Optional.empty();
  }
}
