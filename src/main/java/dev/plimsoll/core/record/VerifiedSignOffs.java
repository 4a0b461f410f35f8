package dev.plimsoll.core.record;

import dev.plimsoll.core.audit.VerdictCode;
import dev.plimsoll.core.record.ReleaseRecord.Approved;
import dev.plimsoll.core.trust.CanonicalJson;
import dev.plimsoll.core.trust.Digests;
import dev.plimsoll.core.trust.Printable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The sign-offs of a record whose statements are in the bundle, are those the record names, are
/// about this release and commit, and are signed by the person they name.
final class VerifiedSignOffs {
  private final List<SignOffStatement> statements;

  private final boolean open;

  private VerifiedSignOffs(List<SignOffStatement> statements, boolean open) {
    this.statements = List.copyOf(statements);
    this.open = open;
  }

  static VerifiedSignOffs of(Examination examination, ReleaseRecord record, Tally tally)
      throws IOException {
    var verified = new ArrayList<SignOffStatement>();
    for (var approved : record.signoffs()) {
      var name = BundleNames.signOff(approved.statement());
      if (examination.isBare()) {
        tally.unsure("Only the record was given, not the sign-offs it names.", name);
      } else if (!examination.bundle().has(name)
          || !examination.bundle().has(name + BundleNames.SIGNATURE_SUFFIX)) {
        tally.fail(
            VerdictCode.EVIDENCE_MISSING,
            "The sign-off of " + Printable.of(approved.principal()) + " is missing.",
            name);
      } else {
        verify(examination, record, approved, tally, verified);
      }
    }
    return new VerifiedSignOffs(verified, examination.isBare() && !record.signoffs().isEmpty());
  }

  private static void verify(
      Examination examination,
      ReleaseRecord record,
      Approved approved,
      Tally tally,
      List<SignOffStatement> verified)
      throws IOException {
    var name = BundleNames.signOff(approved.statement());
    var who = "The sign-off of " + Printable.of(approved.principal());
    var bytes = examination.bundle().bytes(name, CanonicalJson.RECORD_MAX);
    var armored =
        examination.bundle().bytes(name + BundleNames.SIGNATURE_SUFFIX, BundleLimits.TEXT_MAX);
    if (!Digests.sha256Hex(bytes).equals(approved.statement())) {
      tally.fail(
          VerdictCode.SIG_INVALID, who + " is not the statement that the record names.", name);
      return;
    }
    var against = examination.against();
    switch (CheckedSignature.of(
        armored, bytes, SignOffStatement.NAMESPACE, against.signers(), against.at())) {
      case CheckedSignature.Bad bad -> tally.fail(bad.code(), who + ": " + bad.sentence(), name);
      case CheckedSignature.Open open -> tally.unsure(who + ": " + open.sentence(), name);
      case CheckedSignature.Good good -> {
        var statement = statement(bytes, who, name, tally);
        if (statement != null && fits(statement, record, approved, good, tally, name)) {
          verified.add(statement);
        }
      }
    }
  }

  private static @Nullable SignOffStatement statement(
      byte[] bytes, String who, String name, Tally tally) {
    try {
      return SignOffStatement.parse(bytes);
    } catch (NotARecord e) {
      tally.unsure(who + " cannot be read: " + e.reason() + ".", name);
      return null;
    }
  }

  private static boolean fits(
      SignOffStatement statement,
      ReleaseRecord record,
      Approved approved,
      CheckedSignature.Good good,
      Tally tally,
      String name) {
    var release = record.identity().release();
    if (!good.principal().equals(approved.principal())
        || !statement.signatory().principal().equals(approved.principal())
        || !statement.signatory().role().equals(approved.role())
        || !statement.meaning().equals(approved.meaning())) {
      tally.fail(
          VerdictCode.KEY_UNKNOWN,
          "The sign-off in " + name + " is not the one that the record lists.",
          name);
      return false;
    }
    if (!statement.release().product().equals(release.product())
        || !statement.release().version().equals(release.version())
        || !record.commit().map(statement.release().commit()::equals).orElse(false)) {
      tally.fail(
          VerdictCode.POLICY_NOT_MET,
          "The sign-off of "
              + Printable.of(approved.principal())
              + " is about another release or commit.",
          name);
      return false;
    }
    return true;
  }

  /// Whether there are some that could not be looked at, because only the record was given.
  boolean open() {
    return open;
  }

  /// Whether somebody signed off this very step.
  ///
  /// @param name `<checklist>/<step>`
  boolean covers(String step, String name) {
    return statements.stream().anyMatch(it -> it.step().equals(name) || it.step().equals(step));
  }

  /// Distinct people who approved the release as a whole in this role; to have sealed it is no
  /// approval.
  Set<String> releasePeople(String role) {
    return statements.stream()
        .filter(it -> it.step().isEmpty() && it.signatory().role().equals(role))
        .filter(it -> !it.meaning().equals(SignOffStatement.SEALED))
        .map(it -> it.signatory().principal())
        .collect(Collectors.toSet());
  }
}
