package dev.plimsoll.core;

import dev.plimsoll.core.record.SignOffStatement;
import dev.plimsoll.core.record.SignOffSubject;
import dev.plimsoll.core.run.SignOffContent;
import dev.plimsoll.core.run.SignOffForm;

/// Approvals in the form that records carry and auditors verify.
final class Attestation implements SignOffForm {
  static final SignOffForm FORM = new Attestation();

  private Attestation() {}

  @Override
  public String digest(SignOffContent content) {
    return subject(content).digest();
  }

  @Override
  public byte[] statement(SignOffContent content, Given given) {
    var person = given.signatory();
    return SignOffStatement.of(
        subject(content),
        new SignOffStatement.Given(
            given.step(),
            new SignOffStatement.Signatory(person.principal(), person.printedName(), person.role()),
            given.statement(),
            given.meaning(),
            given.signedOn()));
  }

  private static SignOffSubject subject(SignOffContent content) {
    var candidate = content.candidate();
    return new SignOffSubject(
        new SignOffSubject.Release(
            candidate.product(), candidate.version(), candidate.tag(), candidate.bound().commit()),
        new SignOffSubject.Shown(
            content.checklists().stream()
                .map(c -> new SignOffSubject.Checklist(c.id(), c.sha256(), c.definitions()))
                .toList(),
            content.texts(),
            content.inputs()),
        content.evidence(),
        content.artifacts(),
        content.exceptions());
  }
}
