package dev.plimsoll.core.run;

import dev.plimsoll.core.model.Approval;
import dev.plimsoll.core.model.Attempt;
import dev.plimsoll.core.model.Deferral;
import dev.plimsoll.core.model.Evidence;
import dev.plimsoll.core.model.Note;
import dev.plimsoll.core.model.StepState;
import dev.plimsoll.core.model.Waiver;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One step's history while it is being folded. Not thread-safe.
final class StepFold {
  private final String step;
  private final List<Attempt> attempts = new ArrayList<>();
  private final List<Approval> approvals = new ArrayList<>();
  private final List<Note> notes = new ArrayList<>();
  private final List<Evidence> attached = new ArrayList<>();
  private @Nullable Waiver waiver;
  private @Nullable Deferral deferral;
  private @Nullable String reopened;
  private @Nullable String rescinded;

  StepFold(String step) {
    this.step = step;
  }

  void started(Attempt attempt) {
    attempts.add(attempt);
    reopened = null;
    deferral = null;
  }

  /// Ends the attempt of that number; an ending for an attempt that is not there is ignored, the
  /// first ending stands.
  void concluded(int number, Attempt.Ending ending) {
    for (var i = 0; i < attempts.size(); i++) {
      var attempt = attempts.get(i);
      if (attempt.number() == number && attempt.ending() == null) {
        attempts.set(
            i,
            new Attempt(
                number,
                attempt.actor(),
                attempt.bound(),
                attempt.startedOn(),
                attempt.inputs(),
                ending,
                attempt.seq()));
        return;
      }
    }
  }

  void reopened(String reason) {
    reopened = reason;
    waiver = null;
    deferral = null;
    approvals.clear();
  }

  void waived(@Nullable Waiver granted) {
    waiver = granted;
  }

  void deferred(Deferral given) {
    deferral = given;
  }

  void approved(Approval approval) {
    approvals.removeIf(earlier -> earlier.signer().id().equals(approval.signer().id()));
    approvals.add(approval);
    rescinded = null;
    reopened = null;
  }

  void rescinded(String principal, String reason) {
    approvals.removeIf(approval -> approval.signer().id().equals(principal));
    rescinded = "taken back by " + principal + ": " + reason;
  }

  void noted(Note note) {
    notes.add(note);
  }

  void attached(Evidence evidence) {
    attached.add(evidence);
  }

  StepState snapshot() {
    return new StepState(
        step, attempts, waiver, deferral, approvals, notes, attached, reopened, rescinded);
  }
}
