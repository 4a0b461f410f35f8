package dev.plimsoll.desktop.screen.checklist;

import dev.plimsoll.core.model.RollbackPoint;
import dev.plimsoll.core.run.SignOffRequest;
import dev.plimsoll.core.run.StepView;
import dev.plimsoll.desktop.kit.SigningForm;
import dev.plimsoll.desktop.kit.SigningPanel;
import dev.plimsoll.desktop.kit.Surroundings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The two panels before which a person stops: the statement that they sign, and the time-out
/// before something that cannot be undone.
final class Signing {
  private final ChecklistViewModel model;
  private final WalkDesk desk;
  private final Surroundings around;

  Signing(ChecklistViewModel model, WalkDesk desk, Surroundings around) {
    this.model = model;
    this.desk = desk;
    this.around = around;
  }

  void sign(StepView step) {
    var acts = model.walk().acts();
    if (acts == null) {
      return;
    }
    around
        .tasks()
        .run(
            () -> acts.signOffRequest(step.step().id()),
            request -> show(step, acts, request),
            around.dialogs()::tell);
  }

  private void show(StepView step, Acts acts, SignOffRequest request) {
    var form = new SigningForm<>(desk.signing().keyring(), around.tasks(), request.role());
    var subject =
        new SigningPanel.Subject(
            step.step().title(),
            request.statement(),
            request.onScreen(),
            "Sign as " + request.role());
    around
        .dialogs()
        .show(
            new SigningPanel(form)
                .panel(
                    subject,
                    around.dialogs()::close,
                    () ->
                        form.sign(
                            person -> acts.signOff(request, person),
                            () -> {
                              around.dialogs().close();
                              model.settle(_ -> {}, () -> {});
                            })));
    form.load(desk.signing().preferred().get().orElse(null));
  }

  void timeOut(StepView step) {
    var signs = step.step().verb().word().equals("tag");
    around
        .tasks()
        .run(
            () ->
                new LastLook(
                    signs ? desk.signing().tagKeys().get() : List.of(),
                    desk.signing().wayBack().get()),
            look -> timeOut(step, look),
            around.dialogs()::tell);
  }

  /// @param keys files that git could sign a tag with
  private record LastLook(List<Path> keys, Optional<RollbackPoint> wayBack) {}

  private void timeOut(StepView step, LastLook look) {
    var view = model.viewProperty().get();
    if (view == null) {
      return;
    }
    var id = step.step().id();
    around
        .dialogs()
        .show(
            new TimeOutPanel(TimeOut.of(view, step, look.wayBack()))
                .panel(
                    step.step().title(),
                    look.keys(),
                    around.dialogs()::close,
                    key -> {
                      around.dialogs().close();
                      model.act(acts -> {
                        acts.signActionsWith(key);
                        acts.start(id);
                      });
                    }));
  }
}
