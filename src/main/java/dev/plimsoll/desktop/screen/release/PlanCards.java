package dev.plimsoll.desktop.screen.release;

import dev.plimsoll.core.PlanCard;
import dev.plimsoll.core.model.Decision;
import dev.plimsoll.core.model.ReleaseType;
import dev.plimsoll.core.model.RunState;
import dev.plimsoll.core.model.Standing;
import dev.plimsoll.desktop.kit.Card;
import dev.plimsoll.desktop.kit.Icons;
import dev.plimsoll.desktop.kit.StandingBadge;
import dev.plimsoll.desktop.kit.StandingLook;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Times;
import dev.plimsoll.desktop.kit.Tone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// The checklists of the plan, one card each; a card leads to its checklist.
final class PlanCards {
  private PlanCards() {}

  static List<Card> of(List<PlanCard> plan, Consumer<String> walk, ReleaseType type) {
    var cards = new ArrayList<Card>();
    for (var i = 0; i < plan.size(); i++) {
      cards.add(card(i + 1, plan.get(i), walk, type));
    }
    return cards;
  }

  private static Card card(int number, PlanCard item, Consumer<String> walk, ReleaseType type) {
    var look = look(item);
    var checklist = item.checklist();
    var card = Card.headed(number + " · " + checklist.title(), new StandingBadge(look));
    card.setId("plan-" + checklist.id());
    card.getChildren().add(Texts.secondary(facts(item)));
    if (!item.applies()) {
      card.getChildren().add(Texts.secondary("Not for a " + type.word() + " release."));
      card.getStyleClass().add("aside");
      return card;
    }
    if (item.waitsFor().isEmpty()) {
      card.getChildren().add(counts(item));
    } else {
      var waits =
          new HBox(
              Icons.of(Feather.CLOCK, Tone.CAUTION),
              Texts.text("Waits for " + String.join(" and ", item.waitsFor())));
      waits.getStyleClass().add(Style.ROW);
      card.getChildren().add(waits);
    }
    card.getStyleClass().add(Style.CLICKABLE);
    card.setFocusTraversable(true);
    card.setAccessibleRole(AccessibleRole.BUTTON);
    card.setAccessibleText(checklist.title() + ", " + look.word() + ", " + facts(item));
    Runnable open = () -> walk.accept(checklist.id());
    card.setOnMouseClicked(_ -> open.run());
    card.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
        event.consume();
        open.run();
      }
    });
    return card;
  }

  private static StandingLook look(PlanCard item) {
    if (!item.applies()) {
      return new StandingLook(Tone.NEUTRAL, Feather.MINUS, "NOT FOR THIS TYPE");
    }
    var decision = item.decision();
    if (decision == null) {
      return item.waitsFor().isEmpty()
          ? new StandingLook(Tone.NEUTRAL, Feather.CIRCLE, "NOT STARTED")
          : new StandingLook(Tone.NEUTRAL, Feather.CLOCK, "WAITS");
    }
    if (decision.isGo()) {
      var look = StandingLook.of(decision.completion());
      return new StandingLook(look.tone(), look.icon(), shortened(decision.completion()));
    }
    var failed = item.counts().getOrDefault(Standing.FAILED, 0);
    if (failed > 0) {
      return new StandingLook(Tone.BAD, Feather.X, failed + " FAILED");
    }
    var paused = item.run().filter(run -> run.phase() == RunState.Phase.PAUSED).isPresent();
    return paused
        ? new StandingLook(Tone.CAUTION, Feather.PAUSE, "PAUSED")
        : new StandingLook(Tone.INFO, Feather.PLAY, "UNDER WAY");
  }

  private static String shortened(Decision.Completion completion) {
    return switch (completion.ending()) {
      case INCOMPLETE -> "INCOMPLETE";
      case COMPLETE -> "COMPLETE";
      case EXCEPT_DEFERRED -> "DEFERRED (" + completion.count() + ")";
      case WITH_OVERRIDES -> "OVERRIDES (" + completion.count() + ")";
    };
  }

  private static String facts(PlanCard item) {
    var words = new ArrayList<String>();
    words.add(Texts.count(item.checklist().steps().count(), "step"));
    var planned =
        item.checklist()
            .steps()
            .map(step -> step.rules().pace().estimate())
            .filter(Objects::nonNull)
            .reduce(Duration.ZERO, Duration::plus);
    if (!planned.isZero()) {
      words.add("about " + Times.span(planned));
    }
    item.run().ifPresent(run -> words.add(run.opening().operator().id().replaceFirst("^os:", "")));
    return String.join(" · ", words);
  }

  private static Node counts(PlanCard item) {
    var row = new FlowPane();
    row.getStyleClass().add("counts");
    var counts = item.counts();
    for (var standing : Standing.values()) {
      var count = counts.getOrDefault(standing, 0);
      if (count > 0) {
        row.getChildren().add(count(standing, count));
      }
    }
    return row;
  }

  private static Node count(Standing standing, int count) {
    var look = StandingLook.of(standing);
    var label = Texts.line(count + " " + word(standing), look.tone().styleClass());
    label.setGraphic(Icons.of(look.icon(), look.tone()));
    return label;
  }

  private static String word(Standing standing) {
    return switch (standing) {
      case NOT_RUN -> "to do";
      case PASSED -> "passed";
      case UNAVAILABLE -> "could not run";
      case INCONCLUSIVE -> "could not tell";
      case NOT_APPLICABLE -> "not applicable";
      default -> standing.words().toLowerCase(java.util.Locale.ROOT);
    };
  }
}
