package dev.plimsoll.desktop.screen.checklist;

import dev.plimsoll.core.run.StepView;
import dev.plimsoll.core.run.TrafficPlan;
import dev.plimsoll.desktop.kit.Action;
import dev.plimsoll.desktop.kit.Panel;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Surroundings;
import dev.plimsoll.desktop.kit.Texts;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.layout.VBox;

/// Starts steps. Before a burst or a probe goes to a service that is not on this machine, a person
/// is asked; their answer is recorded.
final class Sending {
  private final ChecklistViewModel model;
  private final Surroundings around;

  Sending(ChecklistViewModel model, Surroundings around) {
    this.model = model;
    this.around = around;
  }

  /// Everything that can run by itself and has not passed.
  void all() {
    asking(view -> !StepRows.isSettled(view.standing()), Acts::startAutomatic, true);
  }

  /// What was tried and did not pass.
  void failed() {
    asking(view -> StepActions.isTriedInVain(view.standing()), Acts::startFailed, true);
  }

  void one(String step) {
    asking(view -> view.step().id().equals(step), acts -> acts.start(step), false);
  }

  /// What starts.
  private interface Start {
    void with(Acts acts);
  }

  /// @param many whether there may be others that can start without an answer
  private void asking(Predicate<StepView> concerned, Start start, boolean many) {
    var acts = model.walk().acts();
    var view = model.viewProperty().get();
    if (acts == null || view == null) {
      return;
    }
    var sends = view.steps().stream().anyMatch(step -> StepRows.requests(step.step()) > 1);
    if (!sends) {
      model.act(start::with);
      return;
    }
    var steps = view.steps().stream().filter(concerned).map(step -> step.step().id()).toList();
    around
        .tasks()
        .run(
            () ->
                acts.toConfirm().stream()
                    .filter(target ->
                        target.bursts().stream().anyMatch(part -> steps.contains(part.step())))
                    .toList(),
            targets -> {
              if (targets.isEmpty()) {
                model.act(start::with);
              } else {
                ask(targets, start, many);
              }
            },
            around.dialogs()::tell);
  }

  private void ask(List<TrafficPlan.Target> targets, Start start, boolean many) {
    var bursts = targets.stream().flatMap(target -> target.bursts().stream()).toList();
    var requests = bursts.stream().mapToLong(TrafficPlan.Part::requests).sum();
    var content = Sheet.on(new VBox());
    content.getStyleClass().add(Style.STACK);
    for (var target : targets) {
      content
          .getChildren()
          .add(
              Texts.text(
                  target.host().words()
                      + " is not this machine. In quick succession it would get:"));
      for (var part : target.bursts()) {
        content
            .getChildren()
            .add(
                Texts.text(
                    "“" + part.title() + "”: " + Texts.count(part.requests(), "request"),
                    Style.STRONG));
      }
    }
    content
        .getChildren()
        .add(
            Texts.secondary(
                "Whoever runs that service should know of it. That you agreed is kept in the"
                    + " record."));
    var panel =
        new Panel("Many requests to a service elsewhere", content)
            .other(Action.always("Not now", null, around.dialogs()::close))
            .grave(
                Action.always(
                    "Send " + Texts.count(requests, "request"),
                    null,
                    () -> {
                      around.dialogs().close();
                      model.act(acts -> {
                        targets.forEach(target -> acts.confirm(target.host()));
                        start.with(acts);
                      });
                    }));
    if (many) {
      panel.other(
          Action.always(
              "Run the others",
              null,
              () -> {
                around.dialogs().close();
                model.act(start::with);
              }));
    }
    around.dialogs().show(panel);
  }
}
