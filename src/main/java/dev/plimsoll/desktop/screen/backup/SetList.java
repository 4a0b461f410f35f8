package dev.plimsoll.desktop.screen.backup;

import dev.plimsoll.desktop.kit.ChosenList;
import java.util.Optional;

/// The sets to choose from, under the names of their projects.
final class SetList {
  private SetList() {}

  static ChosenList<SetLine, SetChoice> of(BackupViewModel model) {
    var list =
        new ChosenList<>(
            new ChosenList.Lines<>(model.lines(), SetList::set, SetChoice::isThe),
            model.selectedProperty(),
            new ChosenList.Choosing<>(model::select, model::selectNext, model::selectPrevious));
    list.setId("sets");
    list.setAccessibleText("Backup sets");
    list.setCellFactory(_ -> new SetCell(model.times()));
    return list;
  }

  private static Optional<SetChoice> set(SetLine line) {
    return line instanceof SetLine.Line of ? Optional.of(of.set()) : Optional.empty();
  }
}
