package dev.plimsoll.desktop.screen.checklist;

import dev.plimsoll.core.model.Project;
import dev.plimsoll.core.run.RunView;
import dev.plimsoll.desktop.kit.Action;
import dev.plimsoll.desktop.kit.CopyField;
import dev.plimsoll.desktop.kit.Gate;
import dev.plimsoll.desktop.kit.Panel;
import dev.plimsoll.desktop.kit.StripPane;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Surroundings;
import dev.plimsoll.desktop.kit.Texts;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;

/// Panels that only show: the gate's reasons, who can be reached, the text that helps with a step.
final class Looks {
  private final Surroundings around;

  Looks(Surroundings around) {
    this.around = around;
  }

  /// @param openStep takes the person to a step
  void gate(RunView view, Consumer<String> openStep) {
    var gate =
        new Gate(
            view.decision(),
            step -> {
              around.dialogs().close();
              openStep.accept(step);
            });
    var scroller = Sheet.on(StripPane.scrolled(gate));
    scroller.getStyleClass().add("long-list");
    show(new Panel("Why " + words(view), scroller).wide());
  }

  private static String words(RunView view) {
    return view.decision().isGo() ? "GO" : "NO-GO";
  }

  void contacts(List<Project.Contact> contacts) {
    Node content =
        contacts.isEmpty()
            ? Texts.secondary(
                "The project names nobody. Add `contacts` to .plimsoll/project.yaml: who leads,"
                    + " who is on call.")
            : list(contacts.stream().map(Looks::contact).toList());
    show(new Panel("Contacts", content));
  }

  private static Node contact(Project.Contact contact) {
    var box =
        new VBox(
            Texts.text(contact.role(), "field-name"),
            Texts.text(contact.name(), Style.STRONG),
            new CopyField("Reach " + contact.name(), contact.reach()));
    box.getStyleClass().add(Style.LINES);
    return box;
  }

  private static VBox list(List<Node> nodes) {
    var list = new VBox();
    list.getStyleClass().add(Style.STACK);
    list.getChildren().addAll(nodes);
    return Sheet.on(list);
  }

  /// What was and will be sent to which service.
  void traffic(WalkOpening opening) {
    around
        .tasks()
        .run(
            () -> opening.traffic(Map.of()),
            plan -> {
              var pane = new TrafficPane();
              pane.show(plan);
              show(new Panel("What is sent where", Sheet.on(pane)).wide());
            },
            around.dialogs()::tell);
  }

  /// @param reference a path with an optional `#anchor`, or an address
  void troubleshoot(String reference, WalkOpening opening) {
    if (reference.startsWith("https://") || reference.startsWith("http://")) {
      show(
          new Panel(
              "Troubleshooting",
              list(
                  List.of(
                      Texts.secondary("Open this address in a browser:"),
                      new CopyField("Address", reference)))));
      return;
    }
    around
        .tasks()
        .run(
            () -> opening.help(reference),
            text -> {
              var area = new TextArea(text);
              area.setEditable(false);
              area.setWrapText(true);
              area.getStyleClass().addAll(Style.CODE, Style.MONO, "help-text");
              area.setAccessibleText("Troubleshooting");
              show(
                  new Panel("Troubleshooting", list(List.of(Texts.secondary(reference), area)))
                      .wide());
            },
            around.dialogs()::tell);
  }

  private void show(Panel panel) {
    around.dialogs().show(panel.primary(Action.always("Close", null, around.dialogs()::close)));
  }
}
