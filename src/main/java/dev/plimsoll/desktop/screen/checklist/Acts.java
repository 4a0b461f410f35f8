package dev.plimsoll.desktop.screen.checklist;

import dev.plimsoll.core.model.Answer;
import dev.plimsoll.core.model.Host;
import dev.plimsoll.core.run.Attachment;
import dev.plimsoll.core.run.PersonSigner;
import dev.plimsoll.core.run.SignOffRequest;
import dev.plimsoll.core.run.TrafficPlan;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a person can do to a run. Every act is recorded durably when it returns; a refused one
/// throws a [dev.plimsoll.core.model.Problem] and records nothing.
public interface Acts {
  void start(String step);

  /// Everything that can run by itself and has no passing, fresh evidence.
  void startAutomatic();

  /// Everything that can run by itself, was tried and did not pass.
  void startFailed();

  /// The services elsewhere to which bursts or probes are meant to go and for which nobody has
  /// agreed yet.
  List<TrafficPlan.Target> toConfirm();

  /// Agrees to what is meant for a service; recorded.
  void confirm(Host host);

  void cancel(String step);

  void cancelAll();

  /// The key file that a tag is signed with; null leaves it to git's own configuration.
  void signActionsWith(@Nullable Path key);

  void answer(String step, Answer answer, List<Attachment> evidence);

  void attach(String step, Attachment file);

  void note(String step, String text);

  void waive(String step, String reason, LocalDate expiresOn);

  void revokeWaiver(String step, String reason);

  void defer(String step, String reason, LocalDate dueOn);

  void notApplicable(String step, String reason);

  void reopen(String step, String reason);

  SignOffRequest signOffRequest(String step);

  void signOff(SignOffRequest request, PersonSigner signer);

  void rescind(String step, String principal, String reason);

  void pause(String reason);

  void resume();

  void abort(String reason);
}
