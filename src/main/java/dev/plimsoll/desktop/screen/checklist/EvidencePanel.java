package dev.plimsoll.desktop.screen.checklist;

import dev.plimsoll.core.model.Evidence;
import dev.plimsoll.core.run.Attachment;
import dev.plimsoll.desktop.kit.Action;
import dev.plimsoll.desktop.kit.CopyField;
import dev.plimsoll.desktop.kit.Dialogs;
import dev.plimsoll.desktop.kit.FilePicker;
import dev.plimsoll.desktop.kit.Icons;
import dev.plimsoll.desktop.kit.Panel;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Surroundings;
import dev.plimsoll.desktop.kit.Texts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Takes evidence in and shows it again: a zone to drop on, paste and pick; a look at what was
/// kept.
final class EvidencePanel {
  private static final int LARGEST_PICTURE = 32 * 1024 * 1024;

  private final Surroundings around;
  private final Attachments attachments;
  private final Walk walk;

  EvidencePanel(Surroundings around, Attachments attachments, Walk walk) {
    this.around = around;
    this.attachments = attachments;
    this.walk = walk;
  }

  private Dialogs dialogs() {
    return around.dialogs();
  }

  private FilePicker files() {
    return around.files();
  }

  /// @param take is given what the person chose
  void add(String title, Consumer<List<Attachment>> take) {
    Consumer<List<Attachment>> given =
        chosen -> {
          if (!chosen.isEmpty()) {
            dialogs().close();
            take.accept(chosen);
          }
        };
    var zone =
        new VBox(
            Icons.of(Feather.UPLOAD),
            Texts.text("Drop files here", Style.STRONG),
            Texts.secondary("or paste a screenshot with Ctrl+V, or choose files."),
            Texts.text("Secrets that the project names are masked in text files.", Style.SMALL));
    Sheet.on(zone).getStyleClass().add("drop-zone");
    zone.setFocusTraversable(true);
    zone.setId("drop-zone");
    zone.setAccessibleText("Drop files here, or paste a screenshot");
    Drops.on(zone, clipboard -> given.accept(taken(clipboard)));
    zone.setOnMousePressed(_ -> zone.requestFocus());
    dialogs()
        .show(
            new Panel(title, zone)
                .focus(zone)
                .other(Action.always("Cancel", null, dialogs()::close))
                .other(
                    Action.always(
                        "Paste",
                        "Ctrl+V",
                        () -> given.accept(taken(Clipboard.getSystemClipboard()))))
                .primary(
                    Action.always(
                        "Choose files…",
                        null,
                        () ->
                            given.accept(
                                files().files(title).stream().map(Attachments::of).toList()))));
  }

  /// What a clipboard or a drag holds; says so where it holds nothing of use.
  List<Attachment> taken(Clipboard clipboard) {
    try {
      var taken = attachments.from(clipboard);
      if (taken.isEmpty()) {
        dialogs().tell("There is neither a file nor a picture to take.");
      }
      return taken;
    } catch (IOException full) {
      dialogs().tell("The picture could not be written: " + full.getMessage());
      return List.of();
    }
  }

  /// Shows a kept file: text and pictures in place, anything else by its facts.
  void look(Evidence file) {
    around
        .tasks()
        .run(() -> shown(file), content -> dialogs().show(panel(file, content)), dialogs()::tell);
  }

  private java.util.function.Supplier<Node> shown(Evidence file) throws IOException {
    if (KeptText.isText(file)) {
      var lines = KeptText.printed(walk, List.of(file));
      return () -> {
        var view = new OutputView();
        view.getStyleClass().add("kept");
        view.showKept(lines, "as kept");
        return view;
      };
    }
    if (KeptText.isPicture(file) && file.size() < LARGEST_PICTURE) {
      try (var bytes = walk.open(file)) {
        var all = bytes.readAllBytes();
        return () -> picture(new Image(new ByteArrayInputStream(all)));
      }
    }
    return () ->
        Texts.secondary("A file of the kind " + file.mediaType() + "; save it to look at it.");
  }

  private static Node picture(Image image) {
    var view = new ImageView(image);
    view.setPreserveRatio(true);
    view.setFitWidth(Math.min(image.getWidth(), 680));
    view.setAccessibleText("The picture that was kept");
    return view;
  }

  private Panel panel(Evidence file, java.util.function.Supplier<Node> content) {
    var digest = new CopyField("SHA-256 of " + file.name(), file.sha256());
    return new Panel(
            file.name(), Forms.stack(content.get(), Texts.line("SHA-256", "field-name"), digest))
        .wide()
        .other(Action.always("Save a copy…", null, () -> save(file)))
        .primary(Action.always("Close", null, dialogs()::close));
  }

  private void save(Evidence file) {
    files()
        .saveAs("Save " + file.name(), file.name())
        .ifPresent(to ->
            around
                .tasks()
                .act(
                    () -> copy(file, to),
                    () -> dialogs().tell("Saved as " + to + "."),
                    dialogs()::tell));
  }

  private void copy(Evidence file, Path to) throws IOException {
    try (var bytes = walk.open(file)) {
      Files.copy(bytes, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
