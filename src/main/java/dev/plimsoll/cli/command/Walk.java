package dev.plimsoll.cli.command;

import dev.plimsoll.core.model.Answer;
import dev.plimsoll.core.model.Decision;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.SignOff;
import dev.plimsoll.core.model.Standing;
import dev.plimsoll.core.model.VerbKind;
import dev.plimsoll.core.run.Attachment;
import dev.plimsoll.core.run.PersonSigner;
import dev.plimsoll.core.run.RunSession;
import dev.plimsoll.core.run.StepView;
import dev.plimsoll.core.trust.Signer;
import java.net.URLConnection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Walks one run without asking anything: runs what runs by itself, does what was said on the
/// command line as soon as the order of the list allows it, and ends when nothing more can be done.
final class Walk {
  private static final long LOOK_AGAIN_MILLIS = 20;

  /// What this walk may do.
  ///
  /// @param only steps to start, and no others; empty for everything that runs by itself
  /// @param again start again what was tried and did not pass, and nothing else
  /// @param person who signs at sign-off steps, or null for nobody
  record Orders(RunWords words, List<String> only, boolean again, @Nullable Person person) {
    Orders {
      only = List.copyOf(only);
    }

    /// The ids of the steps that will be started, as far as nothing is in the way.
    Set<String> started(RunSession session) {
      return only.isEmpty() ? session.wouldStart(again) : Set.copyOf(only);
    }
  }

  record Person(String principal, Signer signer) {}

  private final RunSession session;
  private final Orders orders;
  private final WalkTelling telling;
  private final Stop stop;
  private final Set<String> done = new HashSet<>();
  private final Set<String> started = new LinkedHashSet<>();
  private final List<Problem> refused = new ArrayList<>();

  Walk(RunSession session, Orders orders, WalkTelling telling, Stop stop) {
    this.session = session;
    this.orders = orders;
    this.telling = telling;
    this.stop = stop;
  }

  /// @return what was asked for and refused, in order
  /// @throws InterruptedException where the thread is interrupted
  List<Problem> go() throws InterruptedException {
    orders.words().reopened.forEach((step, why) -> act(() -> session.reopen(step, why)));
    orders.words().notes.forEach((step, text) -> act(() -> session.note(step, text)));
    var round = 0;
    boolean progress;
    do {
      progress = answers(false);
      progress |= work(round++);
      progress |= excuses();
      progress |= signOffs();
    } while (progress && !stop.isAsked());
    if (!stop.isAsked()) {
      answers(true);
    }
    return List.copyOf(refused);
  }

  private void act(Runnable act) {
    try {
      act.run();
    } catch (Problem no) {
      refused.add(no);
    }
  }

  /// Does what was said about a step, the first time that it is asked for.
  private boolean once(Map<String, String> said, String kind, String step, Consumer<String> act) {
    var text = said.get(step);
    if (text == null || !done.add(kind + " " + step)) {
      return false;
    }
    act(() -> act.accept(text));
    return true;
  }

  /// Gives the answers that the order of the list allows now; with `rest`, the others too, so that
  /// their refusal is told.
  private boolean answers(boolean rest) {
    var words = orders.words();
    var progress = false;
    for (var view : session.view().steps()) {
      var id = view.step().id();
      if (!rest && view.live().waiting()) {
        continue;
      }
      progress |= once(words.answers, "answer", id, text -> answer(id, text));
      progress |= once(words.notApplicable, "rule out", id, why -> session.notApplicable(id, why));
      if (!words.answers.containsKey(id) && !files(id).isEmpty() && done.add("attach " + id)) {
        act(() -> files(id).forEach(file -> session.attach(id, file)));
      }
    }
    telling.catchUp(session.state());
    return progress;
  }

  private void answer(String step, String text) {
    session.answer(step, new Answer(text, Answer.Origin.COMMAND_LINE), files(step));
  }

  private List<Attachment> files(String step) {
    return orders.words().attached().stream()
        .filter(each -> each.step().equals(step))
        .map(each -> attachment(telling.path(each.file())))
        .toList();
  }

  private static Attachment attachment(Path file) {
    var name = String.valueOf(file.getFileName());
    var guessed = URLConnection.guessContentTypeFromName(name);
    return new Attachment(name, guessed == null ? "application/octet-stream" : guessed, file);
  }

  private boolean work(int round) throws InterruptedException {
    var before = started.size();
    if (!orders.only().isEmpty()) {
      startNamed();
    } else if (orders.again()) {
      startAgain(round);
    } else if (round == 0) {
      session.view().steps().stream()
          .filter(view -> view.step().isAutomatic() && !view.live().waiting())
          .forEach(view -> started.add(view.step().id()));
      session.startAutomatic();
    } else {
      startUntouched();
    }
    while (session.isBusy() && !stop.isAsked()) {
      Thread.sleep(LOOK_AGAIN_MILLIS);
      telling.catchUp(session.state());
      telling.waits(session.traffic());
    }
    telling.catchUp(session.state());
    return started.size() > before && round > 0;
  }

  private void startAgain(int round) {
    if (round == 0 && session.startFailed() == 0) {
      telling.nothingToStartAgain();
    }
  }

  private void startNamed() {
    for (var id : orders.only()) {
      var kind = session.view().step(id).map(view -> view.step().verb().kind());
      if (kind.filter(it -> it != VerbKind.QUESTION).isPresent() && started.add(id)) {
        act(() -> session.start(id));
      }
    }
  }

  /// Steps that became free meanwhile, each once.
  private void startUntouched() {
    for (var view : session.view().steps()) {
      if (view.step().isAutomatic() && isUntouched(view) && started.add(view.step().id())) {
        act(() -> session.start(view.step().id()));
      }
    }
  }

  private static boolean isUntouched(StepView view) {
    return !view.live().waiting()
        && (view.standing() == Standing.NOT_RUN
            || view.standing() == Standing.STALE
            || view.standing() == Standing.INTERRUPTED);
  }

  private boolean excuses() {
    var words = orders.words();
    var progress = false;
    for (var view : session.view().steps()) {
      var id = view.step().id();
      progress |= once(words.waivers, "waive", id, why -> session.waive(id, why, words.lastDay()));
      progress |=
          once(words.deferrals, "defer", id, why -> session.defer(id, why, words.lastDay()));
    }
    telling.catchUp(session.state());
    return progress;
  }

  /// Signs at the first sign-off step before which nothing blocks. What the gate would refuse is
  /// never approved from here.
  private boolean signOffs() {
    var person = orders.person();
    if (person == null) {
      return false;
    }
    var view = session.view();
    var blocked = view.decision().blockers().stream().map(Decision.Clause::step).toList();
    for (var step : view.steps()) {
      var id = step.step().id();
      var isMine =
          step.step().verb() instanceof SignOff
              && (orders.only().isEmpty() || orders.only().contains(id));
      if (isMine && step.exits().answer() && !isSignedBy(step, person) && done.add("sign " + id)) {
        act(() -> sign(id, person));
        telling.catchUp(session.state());
        return true;
      }
      if (blocked.contains(id)) {
        return false;
      }
    }
    return false;
  }

  private static boolean isSignedBy(StepView step, Person person) {
    return step.standing() == Standing.PASSED
        && step.state().approvals().stream()
            .anyMatch(approval -> approval.signer().id().equals(person.principal()));
  }

  private void sign(String id, Person person) {
    var request = session.signOffRequest(id);
    session.signOff(request, new PersonSigner(person.principal(), request.role(), person.signer()));
  }
}
