package dev.plimsoll.desktop.app;

import dev.plimsoll.core.audit.foreign.Anchor;
import dev.plimsoll.core.audit.picture.Outside;
import dev.plimsoll.core.audit.picture.PictureReading;
import dev.plimsoll.desktop.kit.Card;
import dev.plimsoll.desktop.kit.ErrorPanel;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Times;
import dev.plimsoll.desktop.kit.chain.ChainView;
import dev.plimsoll.desktop.screen.audit.ChainPicture;
import dev.plimsoll.desktop.screen.audit.Conclusion;
import dev.plimsoll.desktop.screen.audit.LogChoice;
import dev.plimsoll.desktop.task.TaskRunner;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// Draws the log of the page once its verification has ended: read once more in the background,
/// with what holds it and with what is wrong with it. A drawing that nobody waits for any more is
/// ended. On the window's thread.
final class LogPictures implements ChainPicture {
  private final OwnLogs own;
  private final TaskRunner tasks;
  private final Times times;
  private @Nullable Drawn drawn;

  /// One drawing for one verdict, however often the page asks for it.
  private record Drawn(Conclusion conclusion, Node node, Drawing drawing) {}

  LogPictures(OwnLogs own, TaskRunner tasks, Times times) {
    this.own = own;
    this.tasks = tasks;
    this.times = times;
  }

  @Override
  public Optional<Node> of(LogChoice log, List<Anchor> anchors, @Nullable Conclusion conclusion) {
    if (conclusion == null) {
      close();
      return Optional.empty();
    }
    var last = drawn;
    if (last != null && isSame(last.conclusion(), conclusion)) {
      return Optional.of(last.node());
    }
    close();
    var drawing = new Drawing(() -> reading(log, anchors, conclusion).run());
    var node = draw(drawing);
    drawn = new Drawn(conclusion, node, drawing);
    return Optional.of(node);
  }

  /// Of one and the same verification: the next one may say the same of a log that went on.
  @SuppressWarnings("ReferenceEquality")
  private static boolean isSame(Conclusion one, Conclusion other) {
    return one == other;
  }

  @Override
  public void close() {
    var last = drawn;
    if (last != null) {
      drawn = null;
      last.drawing().stop();
    }
  }

  private Node draw(Drawing drawing) {
    var waiting = Texts.secondary("The chain is being drawn…");
    var card = Card.titled("The chain", waiting);
    card.setId("chain-picture");
    tasks.run(
        drawing::run,
        picture -> {
          if (picture.extent().entries() == 0) {
            waiting.setText("There is no entry to draw.");
            return;
          }
          var view = new ChainView(times);
          view.show(picture);
          card.getChildren().setAll(Texts.text("The chain", Style.CARD_TITLE), view);
        },
        problem -> card.getChildren().add(new ErrorPanel(problem)));
    return card;
  }

  private PictureReading reading(LogChoice log, List<Anchor> anchors, Conclusion conclusion) {
    var broken = broken(conclusion);
    return switch (log) {
      case LogChoice.Own kept ->
          PictureReading.own(own.store(kept), own.outside(kept).with(broken));
      case LogChoice.Chain chain ->
          PictureReading.of(chain.file(), Outside.of(anchors).with(broken));
      case LogChoice.GivenFile given ->
          PictureReading.of(given.file(), Outside.of(anchors).with(broken));
    };
  }

  private static Outside.@Nullable Broken broken(Conclusion conclusion) {
    return switch (conclusion.source()) {
      case Conclusion.Source.Own said -> Outside.Broken.of(said.verdict());
      case Conclusion.Source.Foreign said -> Outside.Broken.of(said.verdict());
    };
  }
}
