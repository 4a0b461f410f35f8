package dev.plimsoll.desktop.screen.release;

import dev.plimsoll.core.model.Approval;
import dev.plimsoll.core.run.SignOffRequest;
import dev.plimsoll.desktop.kit.Gate;
import dev.plimsoll.desktop.kit.Icons;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Times;
import dev.plimsoll.desktop.kit.Tone;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The column at the right: the gate with its reasons, the people who sign, and the sentence they
/// sign.
final class ReleaseStrip extends VBox {
  private final Times times;
  private final Consumer<SignOffRequest> sign;
  private final Consumer<String> rescind;

  /// @param rescind called with a principal
  ReleaseStrip(Times times, Consumer<SignOffRequest> sign, Consumer<String> rescind) {
    this.times = times;
    this.sign = sign;
    this.rescind = rescind;
  }

  void show(ReleaseSnapshot now) {
    getChildren().setAll(part("The gate", new Gate(now.view().decision(), null)));
    getChildren().add(signOff(now));
    if (!now.requests().isEmpty()) {
      var request = now.requests().values().iterator().next();
      getChildren().add(part("Statement", Texts.text("“" + request.statement() + "”")));
    }
  }

  private Node signOff(ReleaseSnapshot now) {
    var part = part("Sign-off");
    var type = now.view().state().candidate().type().word();
    if (now.view().needs().isEmpty()) {
      part.getChildren()
          .add(Texts.text("A " + type + " release of this project needs no sign-off of its own."));
    }
    now.view()
        .needs()
        .forEach(
            (role, people) -> part.getChildren().add(Texts.text(need(type, role, people, now))));
    now.view()
        .state()
        .approvals()
        .forEach(approval -> part.getChildren().add(given(approval, now.isSealed())));
    now.requests().forEach((role, request) -> part.getChildren().add(button(role, request)));
    if (!now.requests().isEmpty()) {
      part.getChildren()
          .add(
              Texts.text(
                  "A sign-off goes stale by itself when anything it covers changes.", Style.SMALL));
    }
    return part;
  }

  private static String need(String type, String role, int people, ReleaseSnapshot now) {
    var who = Texts.count(people, "person", "people") + " as " + role;
    return now.view().repository().solo()
        ? "A "
            + type
            + " release needs a sign-off as "
            + role
            + "; one person plays all roles, and the record says so."
        : "A " + type + " release needs " + who + ", not the operator.";
  }

  private Node button(String role, SignOffRequest request) {
    var button = new Button("Sign off as " + role + "…");
    button.setId("sign-off-" + role);
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(_ -> sign.accept(request));
    return button;
  }

  private Node given(Approval approval, boolean sealed) {
    var words =
        Texts.text(
            approval.signer().id()
                + " · "
                + approval.role()
                + " · "
                + times.ago(approval.signedOn()));
    var row = new HBox(Icons.of(Feather.USER_CHECK, Tone.GOOD), words);
    row.getStyleClass().addAll(Style.ROW, "top");
    if (sealed) {
      return row;
    }
    var box = new VBox(row);
    var back = new Hyperlink("Take it back…");
    back.getStyleClass().add("small-link");
    back.setOnAction(_ -> rescind.accept(approval.signer().id()));
    box.getChildren().add(back);
    return box;
  }

  private static VBox part(String heading, Node... content) {
    var part = new VBox(Texts.stripHeading(heading));
    part.getChildren().addAll(content);
    part.getStyleClass().add("strip-part");
    return part;
  }
}
