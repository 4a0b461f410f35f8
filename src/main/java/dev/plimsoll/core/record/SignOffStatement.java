package dev.plimsoll.core.record;

import dev.plimsoll.core.audit.Times;
import dev.plimsoll.core.record.ReleaseRecord.Subject;
import dev.plimsoll.core.trust.CanonicalJson;
import dev.plimsoll.core.trust.Digests;
import dev.plimsoll.core.trust.NotCanonical;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A person's approval with a stated meaning: a signed statement of its own
/// (docs/formats/release-record.md, "Sign-offs").
///
/// @param step `<checklist>/<step>`, or empty where the release as a whole was approved
/// @param statement what was approved, in words
/// @param meaning what the signature means: `approved`, `reviewed`, `sealed`
/// @param shown digest of what was on screen: [SignOffSubject#digest()]
/// @param release the release it is about
public record SignOffStatement(
    String step,
    Signatory signatory,
    String statement,
    String meaning,
    Instant signedOn,
    String shown,
    SignOffSubject.Release release) {
  public static final String PREDICATE_TYPE = "https://plimsoll.dev/attestation/sign-off/v1";

  /// Namespace of the signatures over sign-offs.
  public static final String NAMESPACE = "sign-off@plimsoll.dev";

  /// The meaning of a sign-off that was given by signing the record: it vouches for the record and
  /// approves nothing.
  public static final String SEALED = "sealed";

  /// @param principal as the trust file names the person
  public record Signatory(String principal, String printedName, String role) {}

  /// What a person says about a subject.
  ///
  /// @param step `<checklist>/<step>`, or empty for the release as a whole
  public record Given(
      String step, Signatory signatory, String statement, String meaning, Instant signedOn) {}

  /// The bytes that are signed: an in-toto Statement v1 in canonical JSON, without a final line
  /// feed.
  ///
  /// @throws IllegalArgumentException where a text has no canonical spelling
  public static byte[] of(SignOffSubject subject, Given given) {
    var subjects = new ArrayList<Subject>();
    subject
        .artifacts()
        .forEach(file -> subjects.add(new Subject(file.name(), Subject.SHA256, file.sha256())));
    var release = subject.release();
    subjects.add(new Subject("git:" + release.product(), Subject.GIT_COMMIT, release.commit()));
    return CanonicalJson.encode(
        new Tree()
            .with("_type", Statement.TYPE)
            .with("subject", subjects, StatementWriter::subject)
            .with("predicateType", PREDICATE_TYPE)
            .with("predicate", predicate(subject, given))
            .members());
  }

  private static Tree predicate(SignOffSubject subject, Given given) {
    return new Tree()
        .with("step", given.step().isEmpty() ? null : given.step())
        .with("principal", given.signatory().principal())
        .with("printedName", given.signatory().printedName())
        .with("role", given.signatory().role())
        .with("meaning", given.meaning())
        .with("statement", given.statement())
        .with("signedOn", Times.text(given.signedOn()))
        .with("shown", subject.tree())
        .withSha256("shownDigest", subject.digest());
  }

  /// Reads the bytes of a sign-off.
  ///
  /// @throws NotARecord where they are no sign-off of version 1, or name another digest than that
  ///   of what they show
  public static SignOffStatement parse(byte[] bytes) {
    try {
      var document = CanonicalJson.decodeObject(bytes, CanonicalJson.RECORD_MAX);
      var statement = Members.of(document, "");
      statement.oneOf("_type", Set.of(Statement.TYPE));
      statement.oneOf("predicateType", Set.of(PREDICATE_TYPE));
      return read(
          statement.list("subject", StatementReader::subject), statement.object("predicate"));
    } catch (NotCanonical e) {
      throw new NotARecord("byte " + e.offset() + ": " + e.reason());
    }
  }

  private static SignOffStatement read(List<Subject> subjects, Members predicate) {
    var shown = predicate.object("shown");
    var digest = Digests.sha256Hex(CanonicalJson.encode(shown.raw()));
    if (!digest.equals(predicate.sha256("shownDigest"))) {
      throw new NotARecord("predicate.shownDigest is not the digest of predicate.shown");
    }
    var commit = shown.text("commit");
    if (subjects.stream().noneMatch(subject -> subject.digest().equals(commit))) {
      throw new NotARecord("predicate.shown.commit is none of its subjects");
    }
    var release = shown.object("release");
    var step = predicate.textOrNull("step");
    return new SignOffStatement(
        step == null ? "" : step,
        new Signatory(
            predicate.text("principal"), predicate.text("printedName"), predicate.text("role")),
        predicate.text("statement"),
        predicate.text("meaning"),
        predicate.time("signedOn"),
        digest,
        new SignOffSubject.Release(
            release.text("product"), release.text("version"), release.text("tag"), commit));
  }
}
