package dev.plimsoll.desktop.screen.record;

import dev.plimsoll.core.record.ReleaseRecord;
import dev.plimsoll.core.record.SeenBefore;
import dev.plimsoll.core.record.Verification;
import dev.plimsoll.desktop.kit.Action;
import dev.plimsoll.desktop.kit.Card;
import dev.plimsoll.desktop.kit.EmptyState;
import dev.plimsoll.desktop.kit.KeyHint;
import dev.plimsoll.desktop.kit.StandingBadge;
import dev.plimsoll.desktop.kit.StandingLook;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Times;
import dev.plimsoll.desktop.kit.Tone;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The middle of the page: the verdicts, what none of them can prove, and then what the record
/// says, exceptions first.
final class RecordBody extends VBox {
  private final Times times;
  private final List<Action> trustActions;

  /// @param trustActions ways to a trust file
  RecordBody(Times times, List<Action> trustActions) {
    this.times = times;
    this.trustActions = trustActions;
    getStyleClass().add(Style.PAGE_BODY);
  }

  void show(OpenedRecord opened) {
    getChildren().clear();
    var checked = opened.checked();
    if (checked == null) {
      getChildren().add(notVerified());
    } else {
      getChildren().add(new VerificationBanner(checked));
      getChildren().add(verdicts(checked.verification(), opened));
      getChildren().add(seen(checked.seen()));
      if (!checked.verification().cannotProve().isEmpty()) {
        getChildren().add(cannotProve(checked.verification()));
      }
    }
    var record = opened.record();
    if (record != null) {
      getChildren().addAll(says(record));
    }
  }

  private Node notVerified() {
    var buttons =
        trustActions.stream()
            .filter(action -> action.possible().get())
            .map(action -> KeyHint.button(action))
            .toArray(Button[]::new);
    buttons[0].getStyleClass().add(Style.ACCENT);
    return new Card(
        new EmptyState(
            Feather.KEY,
            "Not verified yet",
            "Whose key is whose must come from you, not from the bundle. Choose your own trust"
                + " file, in the form of OpenSSH's allowed_signers; below stands what the record"
                + " says, unproven.",
            buttons));
  }

  private static Node verdicts(Verification verification, OpenedRecord opened) {
    var card = Card.titled("What this record proves");
    card.getStyleClass().add("verdicts");
    verification
        .verdicts()
        .forEach(verdict ->
            card.getChildren().add(new VerdictRow(verdict, VerdictEvidence.of(verdict, opened))));
    return card;
  }

  /// What the log is to the one that the person remembered.
  private static Node seen(SeenBefore.Relation seen) {
    var look =
        switch (seen.how()) {
          case NEW -> new StandingLook(Tone.NEUTRAL, Feather.BOOKMARK, "not remembered");
          case SAME -> new StandingLook(Tone.GOOD, Feather.CHECK, "as remembered");
          case GREW -> new StandingLook(Tone.GOOD, Feather.CHECK, "extends it");
          case SHORTER -> new StandingLook(Tone.CAUTION, Feather.ALERT_TRIANGLE, "ends before it");
          case FORKED -> new StandingLook(Tone.BAD, Feather.X, "forked");
          case UNKNOWN -> new StandingLook(Tone.CAUTION, Feather.HELP_CIRCLE, "could not tell");
        };
    var card =
        Card.headed(
            "Since you last looked",
            new StandingBadge(look),
            Texts.text(seen.sentence(), Style.SECONDARY));
    card.setId("seen-before");
    return card;
  }

  private static Node cannotProve(Verification verification) {
    var card = Card.titled("What it cannot prove");
    card.getStyleClass().add("cannot-prove");
    verification
        .cannotProve()
        .forEach(sentence -> card.getChildren().add(Texts.text(sentence, Style.SECONDARY)));
    return card;
  }

  private List<Node> says(ReleaseRecord record) {
    var nodes = new java.util.ArrayList<Node>();
    nodes.add(RecordParts.exceptions(record));
    nodes.add(Card.titled("Where it stands in the log", new AnchorTimeline(AnchorLine.of(record))));
    record.runs().forEach(run -> nodes.add(RecordParts.run(run, times)));
    nodes.add(RecordParts.reasons(record));
    nodes.add(ground(record));
    return nodes;
  }

  private static Node ground(ReleaseRecord record) {
    var ground = record.ground();
    var log = ground.auditLog();
    var card =
        Card.titled(
            "Made with",
            Texts.text(
                ground.tool().name()
                    + " "
                    + ground.tool().version()
                    + " on "
                    + ground.environment().os()
                    + ", "
                    + ground.environment().jvm()),
            Texts.text("Log " + log.origin(), Style.MONO),
            Texts.text(
                "Clock: "
                    + ground.clock().source()
                    + (ground.clock().backwardSteps() == 0
                        ? ", never set back"
                        : ", set back " + Texts.count(ground.clock().backwardSteps(), "time"))),
            Texts.text(
                ground.redaction().replaced() == 0
                    ? "No secret had to be masked."
                    : Texts.count(ground.redaction().replaced(), "place") + " masked."));
    var back = ground.rollbackPoint();
    if (back != null) {
      var proven = back.provenOn();
      card.getChildren()
          .add(
              Texts.text(
                  "Restore point "
                      + back.id()
                      + " of "
                      + back.set()
                      + (proven == null
                          ? ", not proven to restore"
                          : ", proven to restore on " + proven.toString().substring(0, 10))));
      card.getChildren().add(Texts.text("sha256 " + back.manifest(), Style.MONO));
    }
    for (var chain : ground.foreignChains()) {
      card.getChildren()
          .add(
              Texts.text(
                  "Audit chain "
                      + chain.name()
                      + ", "
                      + Texts.count(chain.entries(), "entry", "entries")
                      + ", recipe "
                      + chain.recipe()));
      card.getChildren().add(Texts.text("head " + chain.head(), Style.MONO));
    }
    card.getStyleClass().add(Style.LINES);
    return card;
  }
}
