package dev.plimsoll.desktop.screen.backup;

import dev.plimsoll.core.backup.restore.PlannedFile;
import dev.plimsoll.core.backup.restore.RestorePlan;
import dev.plimsoll.core.model.RestorePoint;
import dev.plimsoll.desktop.kit.Action;
import dev.plimsoll.desktop.kit.Card;
import dev.plimsoll.desktop.kit.CardGrid;
import dev.plimsoll.desktop.kit.Fact;
import dev.plimsoll.desktop.kit.HoldButton;
import dev.plimsoll.desktop.kit.Icons;
import dev.plimsoll.desktop.kit.KeyHint;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Times;
import dev.plimsoll.desktop.kit.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The third step, the time-out before anything is touched: what goes where in large type, and a
/// button that has to be held down. The way out has the keyboard.
final class ConfirmStep extends VBox {
  private final RestoreViewModel way;
  private final Times times;
  private final Runnable begin;
  private final Button out;

  /// @param back one step back
  /// @param begin restores
  ConfirmStep(RestoreViewModel way, Times times, Action back, Runnable begin) {
    this.out = KeyHint.button(back);
    this.way = way;
    this.times = times;
    this.begin = begin;
    getStyleClass().add(Style.STACK);
    setId("restore-confirm");
    way.stepProperty().addListener((_, _, _) -> show());
  }

  void focusFirst() {
    out.requestFocus();
  }

  private void show() {
    var offer = way.offerProperty().get();
    if (way.stepProperty().get() != RestoreViewModel.Step.CONFIRM || offer == null) {
      getChildren().clear();
      return;
    }
    var hold =
        new HoldButton(
            Action.always(
                (way.isUndo() ? "Undo the restore of " : "Restore ") + way.set().name(),
                null,
                begin));
    hold.setId("restore-hold");
    hold.setMaxWidth(Region.USE_PREF_SIZE);
    var card = Card.titled("Time-out: this is what will be done", new CardGrid(14, facts(offer)));
    cautions(offer).forEach(card.getChildren()::add);
    var ways = new HBox(out, hold);
    ways.getStyleClass().addAll(Style.ROW, "remedies");
    card.getChildren()
        .addAll(
            ways,
            Texts.secondary(
                "Hold it down for a second and a half, with the mouse, Space or Enter. Letting go"
                    + " earlier does nothing."));
    getChildren().setAll(card);
  }

  private List<Node> facts(RestoreOffer offer) {
    var facts = new ArrayList<Node>();
    facts.add(new Fact("Set", way.set().name(), Style.LARGE));
    facts.add(asItWas());
    facts.add(
        new Fact("Files", String.valueOf(offer.changed()), Style.LARGE)
            .remark(
                (offer.changed() == 1 ? "changes; " : "change; ")
                    + same(offer.plan().count(PlannedFile.Now.SAME))));
    facts.add(
        new Fact("Way back", "undo point", Style.LARGE)
            .remark("the present state is kept before anything is touched"));
    return facts;
  }

  private static String same(long files) {
    return files + (files == 1 ? " is the same already" : " are the same already");
  }

  private Fact asItWas() {
    return switch (way.errand()) {
      case Errand.Restore restore -> {
        var point = Objects.requireNonNullElse(way.pointProperty().get(), restore.chosen());
        var version = point.of().version();
        yield new Fact("As it was", times.moment(point.takenOn()), Style.LARGE)
            .remark(times.age(point.takenOn()) + (version == null ? "" : ", version " + version));
      }
      case Errand.Undo undo ->
          new Fact("As it was", times.moment(undo.point().on()), Style.LARGE)
              .remark("before " + undo.point().replaced().id() + " was put back");
    };
  }

  private List<Node> cautions(RestoreOffer offer) {
    var cautions = new ArrayList<Node>();
    switch (offer.plan().ask()) {
      case RestorePlan.Ask.Nothing _ -> {}
      case RestorePlan.Ask.Count(long lost) ->
          cautions.add(
              caution(
                  Texts.count(lost, "entry", "entries")
                      + " of the logs will be in the undo point alone."));
      case RestorePlan.Ask.Word _ ->
          cautions.add(caution("It could not be told for every log what it loses."));
    }
    var point = way.pointProperty().get();
    switch (point == null ? RestorePoint.Level.PROVEN : point.level()) {
      case MADE, VERIFIED ->
          cautions.add(
              caution(
                  "Nobody has proven yet that this backup restores. Every file is verified in a"
                      + " scratch folder before any of yours is touched."));
      case BROKEN ->
          cautions.add(
              caution(
                  "This backup is broken. What does not fit its manifest keeps all of it from being"
                      + " put in place."));
      case UNREAD ->
          cautions.add(
              caution(
                  "This backup could not be read a moment ago. Every file is verified in a scratch"
                      + " folder before any of yours is touched."));
      case PROVEN -> {}
    }
    return cautions;
  }

  private static HBox caution(String sentence) {
    var text = Texts.text(sentence);
    text.setMinWidth(0);
    HBox.setHgrow(text, Priority.ALWAYS);
    var box = new HBox(Icons.of(Feather.ALERT_TRIANGLE, Tone.CAUTION), text);
    box.getStyleClass().addAll("notice", "caution");
    return box;
  }
}
