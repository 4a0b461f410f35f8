package dev.plimsoll.core.record;

import dev.plimsoll.core.audit.VerdictCode;
import dev.plimsoll.core.trust.Dsse;
import dev.plimsoll.core.trust.SigVerdict;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Did everybody sign the record's bytes who had to? Who had to, the log says; whose key is whose,
/// the verifier's trust file.
final class AuthenticityExam {
  private final Examination examination;
  private final Tally tally = new Tally(Aspect.AUTHENTICITY);
  private final Set<String> people = new TreeSet<>();

  private AuthenticityExam(Examination examination) {
    this.examination = examination;
  }

  static Verdict verdict(Examination examination) throws IOException {
    var exam = new AuthenticityExam(examination);
    exam.signatures();
    exam.envelope();
    exam.threshold();
    return exam.tally.verdict(
        "Signed by " + String.join(", ", exam.people) + ", whom your trust file knows.");
  }

  /// The distinct people whose signatures over the record's bytes hold.
  static Set<String> people(Examination examination) throws IOException {
    var exam = new AuthenticityExam(examination);
    exam.signatures();
    return exam.people;
  }

  private List<LoggedRecord.Signer> expected() {
    return examination.logged().map(LoggedRecord::signers).orElse(List.of());
  }

  private void signatures() throws IOException {
    for (var name : examination.bundle().names()) {
      if (BundleNames.isSignature(name)) {
        var armored = examination.bundle().bytes(name, BundleLimits.TEXT_MAX);
        var against = examination.against();
        switch (CheckedSignature.of(
            armored, examination.bytes(), Statement.NAMESPACE, against.signers(), against.at())) {
          case CheckedSignature.Good good -> good(name, good);
          case CheckedSignature.Open open -> tally.unsure(name + ": " + open.sentence(), name);
          case CheckedSignature.Bad bad -> bad(name, bad, armored);
        }
      }
    }
  }

  private void good(String name, CheckedSignature.Good good) {
    var logged = expected().stream().filter(it -> it.file().equals(name)).findFirst();
    var owner = logged.map(LoggedRecord.Signer::principal).orElse(null);
    var renamed =
        owner == null
            ? !name.contains("." + good.principal() + ".") && !name.contains(".SHA256-")
            : !owner.equals(good.principal());
    if (renamed) {
      tally.fail(
          VerdictCode.KEY_UNKNOWN,
          name
              + " is a signature of "
              + good.principal()
              + ", not of the person it is named after.",
          name);
      return;
    }
    if (people.add(good.principal())) {
      tally.detail(good.principal() + " signed with " + good.fingerprint() + ".");
    }
  }

  private void bad(String name, CheckedSignature.Bad bad, byte[] armored) {
    tally.fail(bad.code(), name + ": " + bad.sentence(), name);
    if (bad.code() == VerdictCode.KEY_EXPIRED) {
      examination.logged().ifPresent(logged -> excuse(logged, armored));
    }
  }

  private void excuse(LoggedRecord logged, byte[] armored) {
    var then =
        CheckedSignature.of(
            armored,
            examination.bytes(),
            Statement.NAMESPACE,
            examination.against().signers(),
            logged.signedOn());
    if (then instanceof CheckedSignature.Good) {
      tally.detail(
          "That key counted on "
              + logged.signedOn()
              + ", when the log says the record was signed. That time is the word of"
              + " whoever sealed it: verify as of that time if you have reason to believe it.");
    }
  }

  private void envelope() throws IOException {
    if (!examination.bundle().has(BundleNames.DSSE)) {
      return;
    }
    var envelope = examination.bundle().bytes(BundleNames.DSSE, Dsse.ENVELOPE_MAX);
    switch (Dsse.verify(envelope, Dsse.IN_TOTO, examination.against().signers()::keyOf)) {
      case Dsse.Unreadable unreadable ->
          tally.fail(
              VerdictCode.SIG_INVALID,
              BundleNames.DSSE + ": " + unreadable.sentence(),
              BundleNames.DSSE);
      case Dsse.Opened opened -> {
        if (!Arrays.equals(opened.payload(), examination.bytes())) {
          tally.fail(
              VerdictCode.SIG_INVALID,
              "The envelope carries other bytes than " + BundleNames.RECORD + ".",
              BundleNames.DSSE);
        }
        opened.signatures().forEach(signature -> envelope(signature.verdict()));
      }
    }
  }

  private void envelope(SigVerdict verdict) {
    switch (verdict) {
      case SigVerdict.Invalid invalid ->
          tally.fail(
              CheckedSignature.code(invalid.code()),
              BundleNames.DSSE + ": " + invalid.sentence(),
              BundleNames.DSSE);
      case SigVerdict.CouldNotTell open ->
          tally.unsure(BundleNames.DSSE + ": " + open.sentence(), BundleNames.DSSE);
      case SigVerdict.Valid _ -> {}
    }
  }

  private void threshold() {
    var missing =
        expected().stream()
            .map(LoggedRecord.Signer::principal)
            .filter(it -> !people.contains(it))
            .toList();
    if (!missing.isEmpty()) {
      tally.fail(
          VerdictCode.SIG_THRESHOLD,
          "No good signature of " + String.join(", ", missing) + ", who signed it as the log says.",
          missing.getFirst());
    } else if (people.isEmpty()) {
      tally.fail(
          VerdictCode.SIG_THRESHOLD,
          "Nobody whom your trust file knows signed the record.",
          BundleNames.RECORD);
    } else if (expected().isEmpty()) {
      tally.detail("Whether somebody else should have signed only the bundle's log can say.");
    }
  }
}
