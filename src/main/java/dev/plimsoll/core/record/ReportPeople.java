package dev.plimsoll.core.record;

import dev.plimsoll.core.record.ReleaseRecord.Approved;
import java.util.stream.Collectors;

/// Who signed the record and who approved, on its page.
final class ReportPeople {
  private ReportPeople() {}

  static String people(Rendering rendering) {
    var record = rendering.record();
    var approvals = record.signoffs().stream().filter(it -> !isSeal(it)).toList();
    return Html.section(
        "",
        "People",
        "<h3>Signed the record</h3>\n"
            + Html.list("", rendering.signers(), it -> signed(it, record))
            + "\n<h3>Sign-offs</h3>\n"
            + (approvals.isEmpty()
                ? Html.paragraph("None besides the signatures above.")
                : Html.list("", approvals, ReportPeople::approved)));
  }

  private static boolean isSeal(Approved approved) {
    return approved.meaning().equals(SignOffStatement.SEALED);
  }

  private static String signed(Signing signing, ReleaseRecord record) {
    var control =
        record.signoffs().stream()
            .filter(it -> it.principal().equals(signing.signatory().principal()))
            .map(ReportPeople::control)
            .distinct()
            .collect(Collectors.joining(" "));
    return said(signing.who(), signing.signatory().role(), signing.meaning())
        + " "
        + control
        + below(signing.fingerprint());
  }

  private static String approved(Approved it) {
    return said(it.printedName() + " (" + it.principal() + ")", it.role(), it.meaning())
        + ", "
        + Rendering.time(it.signedOn())
        + " "
        + control(it)
        + below(BundleNames.signOff(it.statement()));
  }

  private static String said(String who, String role, String meaning) {
    return "<b>"
        + Html.text(who)
        + "</b>, "
        + Html.text(role)
        + ": \u201c"
        + Html.text(meaning)
        + "\u201d";
  }

  private static String control(Approved it) {
    var second = it.control().equals(ReleaseRecord.SECOND_PERSON);
    return Html.word(second ? "good" : "warn", it.control());
  }

  private static String below(String text) {
    return "<br><span class=\"soft mono\">" + Html.text(text) + "</span>";
  }
}
