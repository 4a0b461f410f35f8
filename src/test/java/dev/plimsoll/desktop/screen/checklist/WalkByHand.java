package dev.plimsoll.desktop.screen.checklist;

import dev.plimsoll.core.model.Answer;
import dev.plimsoll.core.model.Evidence;
import dev.plimsoll.core.model.Host;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.run.Attachment;
import dev.plimsoll.core.run.Output;
import dev.plimsoll.core.run.PersonSigner;
import dev.plimsoll.core.run.RunView;
import dev.plimsoll.core.run.SignOffRequest;
import dev.plimsoll.core.run.TrafficPlan;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A run whose looks a test sets by hand; every act is written down.
final class WalkByHand implements Walk, Acts {
  final List<String> acts = new ArrayList<>();
  RunView view;
  Output output = Output.NONE;
  @Nullable Problem refusal;
  Runnable onAct = () -> {};
  boolean busy;
  boolean closed;
  boolean readOnly;
  List<TrafficPlan.Target> toConfirm = List.of();

  WalkByHand(RunView view) {
    this.view = view;
  }

  private void did(String what) {
    if (refusal != null) {
      throw refusal;
    }
    acts.add(what);
    onAct.run();
  }

  @Override
  public RunView view() {
    return view;
  }

  @Override
  public Output output(String step) {
    return output;
  }

  @Override
  public InputStream open(Evidence kept) {
    return new ByteArrayInputStream(("kept " + kept.name()).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public @Nullable Acts acts() {
    return readOnly ? null : this;
  }

  @Override
  public boolean isBusy() {
    return busy;
  }

  @Override
  public void close() {
    closed = true;
  }

  @Override
  public void start(String step) {
    did("start " + step);
  }

  @Override
  public void startAutomatic() {
    did("start everything");
  }

  @Override
  public void startFailed() {
    did("startFailed");
  }

  @Override
  public List<TrafficPlan.Target> toConfirm() {
    return toConfirm;
  }

  @Override
  public void confirm(Host host) {
    did("confirm " + host.words());
  }

  @Override
  public void cancel(String step) {
    did("cancel " + step);
  }

  @Override
  public void cancelAll() {
    did("cancel everything");
  }

  @Override
  public void signActionsWith(@Nullable Path key) {
    did("sign with " + key);
  }

  @Override
  public void answer(String step, Answer answer, List<Attachment> files) {
    did("answer " + step + " " + answer.text() + " " + answer.origin() + " " + files.size());
  }

  @Override
  public void attach(String step, Attachment file) {
    did("attach " + step + " " + file.name());
  }

  @Override
  public void note(String step, String text) {
    did("note " + step + " " + text);
  }

  @Override
  public void waive(String step, String reason, LocalDate expiresOn) {
    did("waive " + step + " " + reason + " " + expiresOn);
  }

  @Override
  public void revokeWaiver(String step, String reason) {
    did("revoke " + step + " " + reason);
  }

  @Override
  public void defer(String step, String reason, LocalDate dueOn) {
    did("defer " + step + " " + reason + " " + dueOn);
  }

  @Override
  public void notApplicable(String step, String reason) {
    did("not applicable " + step + " " + reason);
  }

  @Override
  public void reopen(String step, String reason) {
    did("reopen " + step + " " + reason);
  }

  @Override
  public SignOffRequest signOffRequest(String step) {
    return new SignOffRequest(step, "I approve.", "approved", "approver", "00", List.of());
  }

  @Override
  public void signOff(SignOffRequest request, PersonSigner signer) {
    did("sign " + request.step());
  }

  @Override
  public void rescind(String step, String principal, String reason) {
    did("rescind " + step + " " + principal + " " + reason);
  }

  @Override
  public void pause(String reason) {
    did("pause " + reason);
  }

  @Override
  public void resume() {
    did("resume");
  }

  @Override
  public void abort(String reason) {
    did("abort " + reason);
  }
}
