package dev.plimsoll.desktop.screen.backup;

import dev.plimsoll.core.model.RestorePoint;
import dev.plimsoll.desktop.kit.CardGrid;
import dev.plimsoll.desktop.kit.Fact;
import dev.plimsoll.desktop.kit.Icons;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Times;
import dev.plimsoll.desktop.kit.Tone;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What a person wants to know first: when it was last proven that this set can be restored. Below
/// it the newest backup, the room and what is kept.
final class LeadCard extends VBox {
  LeadCard(SetChoice set, SetLook look, Times times) {
    getStyleClass().addAll(Style.CARD, "lead-card");
    setId("lead");
    var proven = look.lastProven();
    getChildren().add(proven.map(point -> proven(point, times)).orElseGet(() -> unproven(look)));
    var growth = Growth.of(look.points(), look.free());
    getChildren()
        .add(new CardGrid(12, List.of(newest(look, times), room(growth), kept(set, look))));
  }

  private static Node proven(RestorePoint point, Times times) {
    var on = point.provenOn().orElseThrow();
    return headline(
        Tone.GOOD,
        Feather.LIFE_BUOY,
        "Last proven restorable " + times.age(on),
        "The backup of "
            + times.moment(point.takenOn())
            + version(point)
            + " was restored into a scratch folder on "
            + times.moment(on)
            + ", and what must hold held.");
  }

  private static Node unproven(SetLook look) {
    return look.points().isEmpty()
        ? headline(
            Tone.CAUTION,
            Feather.ALERT_TRIANGLE,
            "No backup yet",
            "There is nothing that could be gone back to.")
        : headline(
            Tone.CAUTION,
            Feather.HELP_CIRCLE,
            "Not proven to restore",
            "A backup that nobody has restored may be none. A drill restores one into a scratch"
                + " folder and checks it there; nothing of yours is touched.");
  }

  private static String version(RestorePoint point) {
    return point.of().version() == null ? "" : " (" + point.of().version() + ")";
  }

  private static Node headline(Tone tone, Feather icon, String words, String below) {
    var large = Texts.text(words, Style.LARGE, tone.styleClass());
    var lines = new VBox(large, Texts.secondary(below));
    lines.getStyleClass().add(Style.LINES);
    lines.setMinWidth(0);
    HBox.setHgrow(lines, Priority.ALWAYS);
    var row = new HBox(Icons.of(icon, tone), lines);
    row.getStyleClass().add("headline");
    return row;
  }

  private static Node newest(SetLook look, Times times) {
    return look.newest()
        .map(point ->
            new Fact("Newest backup", times.age(point.takenOn()), "largish")
                .remark(
                    Texts.bytes(point.content().bytes())
                        + ", "
                        + Texts.bytes(point.content().stored())
                        + " stored"))
        .orElseGet(() -> new Fact("Newest backup", "none", "largish"));
  }

  private static Node room(Growth growth) {
    return new Fact(
            "Room at its place",
            growth.room(),
            growth.isTight() ? new String[] {"largish", "tone-caution"} : new String[] {"largish"})
        .remark(growth.pace());
  }

  private static Node kept(SetChoice set, SetLook look) {
    var removed = look.removed().size();
    return new Fact("Backups", String.valueOf(look.points().size()), "largish")
        .remark(
            "kept: "
                + Keeping.words(set.set().keep())
                + (removed == 0 ? "" : "; " + removed + " would go"));
  }
}
