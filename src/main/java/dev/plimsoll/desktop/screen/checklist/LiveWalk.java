package dev.plimsoll.desktop.screen.checklist;

import dev.plimsoll.core.PastWalks;
import dev.plimsoll.core.audit.EvidenceStore;
import dev.plimsoll.core.model.Answer;
import dev.plimsoll.core.model.Evidence;
import dev.plimsoll.core.model.Host;
import dev.plimsoll.core.run.Attachment;
import dev.plimsoll.core.run.KeptResponses;
import dev.plimsoll.core.run.Output;
import dev.plimsoll.core.run.PersonSigner;
import dev.plimsoll.core.run.RunSession;
import dev.plimsoll.core.run.RunView;
import dev.plimsoll.core.run.SignOffRequest;
import dev.plimsoll.core.run.TrafficPlan;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A run that this process owns.
final class LiveWalk implements Walk, Acts {
  private final RunSession session;
  private final EvidenceStore evidence;
  private final Past past;
  private final KeptResponses kept;

  LiveWalk(RunSession session, EvidenceStore evidence, PastWalks walks) {
    this.session = session;
    this.evidence = evidence;
    this.kept = new KeptResponses(evidence);
    var state = session.state();
    this.past = Past.of(walks, state.id(), state.opening().checklist());
  }

  @Override
  public Past past() {
    return past;
  }

  @Override
  public RunView view() {
    return session.view();
  }

  @Override
  public Output output(String step) {
    return kept.beside(session.output(step), session.state().step(step));
  }

  @Override
  public InputStream open(Evidence kept) throws IOException {
    return evidence.open(kept.sha256());
  }

  @Override
  public Acts acts() {
    return this;
  }

  @Override
  public boolean isBusy() {
    return session.isBusy();
  }

  @Override
  public void close() {
    session.close();
  }

  @Override
  public void start(String step) {
    session.start(step);
  }

  @Override
  public void startAutomatic() {
    session.startAutomatic();
  }

  @Override
  public void startFailed() {
    session.startFailed();
  }

  @Override
  public List<TrafficPlan.Target> toConfirm() {
    return session.traffic().toConfirm();
  }

  @Override
  public void confirm(Host host) {
    session.traffic().confirm(host);
  }

  @Override
  public void cancel(String step) {
    session.cancel(step);
  }

  @Override
  public void cancelAll() {
    session.cancelAll();
  }

  @Override
  public void signActionsWith(@Nullable Path key) {
    session.signActionsWith(key);
  }

  @Override
  public void answer(String step, Answer answer, List<Attachment> files) {
    session.answer(step, answer, files);
  }

  @Override
  public void attach(String step, Attachment file) {
    session.attach(step, file);
  }

  @Override
  public void note(String step, String text) {
    session.note(step, text);
  }

  @Override
  public void waive(String step, String reason, LocalDate expiresOn) {
    session.waive(step, reason, expiresOn);
  }

  @Override
  public void revokeWaiver(String step, String reason) {
    session.revokeWaiver(step, reason);
  }

  @Override
  public void defer(String step, String reason, LocalDate dueOn) {
    session.defer(step, reason, dueOn);
  }

  @Override
  public void notApplicable(String step, String reason) {
    session.notApplicable(step, reason);
  }

  @Override
  public void reopen(String step, String reason) {
    session.reopen(step, reason);
  }

  @Override
  public SignOffRequest signOffRequest(String step) {
    return session.signOffRequest(step);
  }

  @Override
  public void signOff(SignOffRequest request, PersonSigner signer) {
    session.signOff(request, signer);
  }

  @Override
  public void rescind(String step, String principal, String reason) {
    session.rescind(step, principal, reason);
  }

  @Override
  public void pause(String reason) {
    session.pause(reason);
  }

  @Override
  public void resume() {
    session.resume();
  }

  @Override
  public void abort(String reason) {
    session.abort(reason);
  }
}
