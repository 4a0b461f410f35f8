package dev.plimsoll.desktop.screen.audit;

import dev.plimsoll.core.audit.report.FirstBad;
import dev.plimsoll.desktop.kit.Action;
import dev.plimsoll.desktop.kit.Surroundings;
import dev.plimsoll.desktop.kit.Texts;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// What can be done on the page, with its keys.
final class AuditActions {
  private final AuditViewModel model;
  private final Surroundings around;

  final Action openFile;
  final Action verify;
  final Action stop;
  final Action again;
  final Action compare;
  final Action choose;
  final Action edit;
  final Action export;
  final Action copyAside;
  final Action bringBack;
  final Action copyPlace;

  /// @param editor opens the recipe editor
  AuditActions(AuditViewModel model, Surroundings around, Runnable editor) {
    this.model = model;
    this.around = around;
    openFile = Action.always("Open a file…", "O", this::openFile);
    verify =
        new Action(
            "Verify",
            "Enter",
            when(() -> model.isReady() && model.walkProperty().get() instanceof WalkState.Idle),
            model::verify);
    stop = new Action("Stop", "Esc", when(model::isRunning), model::stop);
    again =
        new Action(
            "Verify again",
            "R",
            when(() -> model.isReady() && !(model.walkProperty().get() instanceof WalkState.Idle)),
            model::verify);
    compare =
        new Action(
            "Compare with…",
            "A",
            when(() -> isForeign() && !model.isRunning()),
            () -> new AnchorPanel(model, around).show());
    choose = new Action("Another recipe…", "P", when(this::canChoose), this::choose);
    edit = new Action("Recipe editor", "T", when(() -> isForeign() && !model.isRunning()), editor);
    export = new Action("Export the finding…", "E", when(this::isEnded), this::export);
    copyAside =
        new Action(
            "Copy the log aside…",
            "C",
            when(() -> model.openedProperty().get() != null && !model.isRunning()),
            this::copyAside);
    bringBack =
        new Action(
            "Import missing entries…",
            "M",
            when(() -> isObstructed() && !model.isRunning()),
            this::bringBack);
    copyPlace =
        new Action(
            "Copy the place of the first bad entry", "L", when(this::isBad), this::copyPlace);
  }

  List<Action> all() {
    return List.of(
        openFile, verify, stop, again, compare, choose, edit, export, copyAside, bringBack,
        copyPlace);
  }

  private BooleanBinding when(BooleanSupplier possible) {
    return Bindings.createBooleanBinding(
        possible::getAsBoolean,
        model.walkProperty(),
        model.openedProperty(),
        model.recipeProperty());
  }

  private boolean isForeign() {
    var opened = model.openedProperty().get();
    return opened != null && !(opened.log() instanceof LogChoice.Own);
  }

  private boolean canChoose() {
    var opened = model.openedProperty().get();
    return opened != null && !opened.recipes().choosable().isEmpty() && !model.isRunning();
  }

  private boolean isEnded() {
    return model.walkProperty().get() instanceof WalkState.Ended;
  }

  private boolean isBad() {
    return model.walkProperty().get() instanceof WalkState.Ended ended
        && ended.conclusion().bad() != null;
  }

  private void openFile() {
    around.files().file("A log of JSON lines", List.of()).ifPresent(model::openFile);
  }

  private void choose() {
    var opened = model.openedProperty().get();
    if (opened != null) {
      new RecipePicker(opened.recipes().choosable(), around, model::choose).show();
    }
  }

  private void export() {
    var finding = model.finding();
    if (finding == null) {
      return;
    }
    around
        .files()
        .saveAs("Export the finding, as .txt or .pdf", name(finding.log(), "finding-", ".txt"))
        .ifPresent(to ->
            model.export(
                finding,
                to,
                () -> around.dialogs().tell("Finding written to " + to + "."),
                around.dialogs()::tell));
  }

  private void copyAside() {
    var log = model.selectedProperty().get();
    if (log == null) {
      return;
    }
    around
        .files()
        .folder("Copy the log aside, byte for byte, into a folder", null)
        .ifPresent(folder ->
            model.copyAside(
                folder,
                copy -> around.dialogs().tell("Copied to " + copy + "."),
                around.dialogs()::tell));
  }

  private void bringBack() {
    around
        .files()
        .file("An export of the same log that goes further", List.of("*.jsonl"))
        .ifPresent(export ->
            model.bringBack(
                export,
                many -> around.dialogs().tell(Texts.count(many, "entry", "entries") + " imported."),
                around.dialogs()::tell));
  }

  private void copyPlace() {
    if (model.walkProperty().get() instanceof WalkState.Ended ended
        && ended.conclusion().bad() != null) {
      var content = new ClipboardContent();
      var place = place(ended.conclusion().bad());
      content.putString(place);
      Clipboard.getSystemClipboard().setContent(content);
      around.dialogs().tell("Copied: " + place);
    }
  }

  /// `orders.jsonl: entry 40 (line 41, byte 9812)`
  private String place(FirstBad bad) {
    var log = model.selectedProperty().get();
    return (log == null ? "" : log.title() + ": ") + bad.place();
  }

  /// A file name that every system takes.
  static String name(LogChoice log, String before, String after) {
    var stem =
        log.title()
            .replaceAll("\\.(jsonl|ndjson|log)$", "")
            .replaceAll("[^A-Za-z0-9._@+-]+", "-")
            .toLowerCase(Locale.ROOT);
    return before + (stem.isEmpty() ? "log" : stem) + after;
  }

  private boolean isObstructed() {
    var opened = model.openedProperty().get();
    return opened != null && opened.obstacle() != null;
  }
}
