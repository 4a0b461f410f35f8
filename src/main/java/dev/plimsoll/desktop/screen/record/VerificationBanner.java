package dev.plimsoll.desktop.screen.record;

import dev.plimsoll.core.record.Aspect;
import dev.plimsoll.core.record.Verdict;
import dev.plimsoll.core.record.Verification;
import dev.plimsoll.desktop.kit.Icons;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import java.util.stream.Collectors;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The first thing on a verified record: whether it is proven, against whose word, and what to look
/// at where it is not.
final class VerificationBanner extends HBox {
  VerificationBanner(OpenedRecord.Checked checked) {
    var verification = checked.verification();
    var look = VerdictRow.look(verification.level());
    getStyleClass().addAll("verification-banner", look.tone().styleClass());
    setId("verification-banner");
    var words =
        new VBox(Texts.text(title(checked), Style.HEADING), Texts.text(sentence(verification)));
    words.getStyleClass().add(Style.LINES);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().addAll(Icons.of(look.icon(), look.tone()), words);
    setAccessibleText(title(checked) + " " + sentence(verification));
  }

  private static String title(OpenedRecord.Checked checked) {
    var against =
        switch (checked.trust()) {
          case Trust.Own _ -> "your own trust file";
          case Trust.OfProject _ -> "the project's own trust file";
        };
    return switch (checked.verification().level()) {
      case PROVEN -> "Proven against " + against;
      case PROVEN_WITH_WARNINGS -> "Proven with warnings against " + against;
      case COULD_NOT_TELL -> "Not proven: something could not be told";
      case FAILED -> "Not proven: something is wrong";
    };
  }

  private static String sentence(Verification verification) {
    var broken = verification.firstBroken();
    if (broken.isPresent()) {
      return broken.get().aspect().title() + ": " + broken.get().sentence();
    }
    var warned =
        verification.verdicts().stream()
            .filter(verdict -> verdict.level() == Verdict.Level.PROVEN_WITH_WARNINGS)
            .map(verdict -> verdict.aspect().title())
            .collect(Collectors.joining(", "));
    return "All "
        + Aspect.values().length
        + " questions are answered"
        + (warned.isEmpty() ? "" : ", with a warning at " + warned)
        + ". What no record can prove stands below them.";
  }
}
