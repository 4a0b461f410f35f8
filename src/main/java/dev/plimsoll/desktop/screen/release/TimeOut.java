package dev.plimsoll.desktop.screen.release;

import dev.plimsoll.desktop.kit.CardGrid;
import dev.plimsoll.desktop.kit.Fact;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// The last look before the point of no return: version, commit, what is released, and the way
/// back, in large type.
final class TimeOut extends VBox {
  TimeOut(ReleaseSnapshot now) {
    getStyleClass().add(Style.CARD);
    setId("time-out");
    getChildren()
        .addAll(
            Texts.text("Time-out before the point of no return", Style.CARD_TITLE),
            new CardGrid(11, facts(now)));
  }

  static List<Node> facts(ReleaseSnapshot now) {
    var state = now.view().state();
    var candidate = state.candidate();
    var artifacts = state.artifacts().size();
    var tag = state.tag();
    return List.of(
        new Fact("Version", candidate.version(), Style.LARGE)
            .remark(
                tag == null
                    ? "tag " + candidate.tag() + " not made"
                    : "tag " + tag.name() + (tag.signed() ? ", signed" : ", unsigned")),
        new Fact("Commit", Texts.shortCommit(candidate.bound().commit()), Style.MONO, "largish")
            .remark("branch " + candidate.bound().branch()),
        new Fact("Artifacts", artifacts == 0 ? "none" : String.valueOf(artifacts), "largish")
            .remark(artifacts == 0 ? "no step recorded any" : "sha256 of each recorded"),
        wayBack(now));
  }

  private static Node wayBack(ReleaseSnapshot now) {
    var words =
        WayBack.of(
            !now.project().backups().isEmpty(),
            now.wayBack(),
            now.view().repository().previousTag());
    return new Fact("Way back", words.point(), words.large() ? "largish" : Style.STRONG)
        .remark(words.remark());
  }
}
