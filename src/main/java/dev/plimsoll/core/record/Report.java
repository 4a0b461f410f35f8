package dev.plimsoll.core.record;

import dev.plimsoll.core.record.ReleaseRecord.Exempted;
import dev.plimsoll.core.record.ReleaseRecord.Reason;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The page a person reads: one self-contained HTML file, no script, nothing fetched from anywhere,
/// exceptions first, printable. Everything in it that comes from outside is escaped.
final class Report {
  private final Rendering rendering;
  private final ReleaseRecord record;

  private Report(Rendering rendering) {
    this.rendering = rendering;
    this.record = rendering.record();
  }

  static String html(Rendering rendering) {
    var report = new Report(rendering);
    return Template.of("report.html")
        .fill(
            Map.ofEntries(
                Map.entry("title", Html.text(rendering.title())),
                Map.entry("badges", report.badges()),
                Map.entry("outcome", report.record.identity().outcome().sentence()),
                Map.entry("sealedOn", Rendering.time(rendering.sealedOn())),
                Map.entry("sha256", rendering.statement().sha256()),
                Map.entry("exceptions", report.exceptions()),
                Map.entry("gate", report.gate()),
                Map.entry("people", ReportPeople.people(report.rendering)),
                Map.entry("release", ReportGround.release(report.record)),
                Map.entry("runs", ReportRuns.runs(report.record)),
                Map.entry("proof", report.proof()),
                Map.entry("ground", ReportGround.ground(report.record))));
  }

  private String badges() {
    var outcome = record.identity().outcome();
    var single = record.identity().policy().control().equals(ReleaseRecord.SINGLE_PERSON);
    return Html.word(outcome.isGo() ? "good" : "bad", outcome.words())
        + " "
        + record.identity().properties().stream()
            .map(property -> Html.word("good", property.replace('_', ' ')))
            .collect(Collectors.joining(" "))
        + (single ? " " + Html.word("warn", "SINGLE-PERSON CONTROL") : "");
  }

  private String exceptions() {
    if (record.exceptions().isEmpty()) {
      return Html.section(
          "first none",
          "No exceptions",
          Html.paragraph("Nothing was waived, deferred, or said by a person not to apply."));
    }
    var rows = record.exceptions().stream().map(Report::exempted).collect(Collectors.joining("\n"));
    var table =
        "<table>\n"
            + "<thead><tr><th>Step</th><th class=\"narrow\">Kind</th><th>Reason</th><th>Who answers"
            + " for it</th></tr></thead>\n"
            + "<tbody>\n"
            + rows
            + "\n</tbody></table>";
    return Html.section(
        "first", "Exceptions (" + record.exceptions().size() + ")", table + obligations());
  }

  private static String exempted(Exempted it) {
    var expires = it.expiresOn();
    var second = it.countersignedBy();
    return "<tr><td>"
        + Html.code(it.step())
        + "</td><td class=\"narrow\">"
        + Html.word("warn", it.kind())
        + "</td><td>"
        + Html.text(it.reason())
        + "</td><td>"
        + Html.text(it.owner())
        + (expires == null ? "" : "<br><span class=\"soft\">until " + expires + "</span>")
        + (second == null
            ? ""
            : "<br><span class=\"soft\">countersigned by " + Html.text(second) + "</span>")
        + "</td></tr>";
  }

  private String obligations() {
    return record.obligations().isEmpty()
        ? ""
        : "<h3>Still owed</h3>\n"
            + Html.list(
                "",
                record.obligations(),
                it ->
                    Html.code(it.id())
                        + " by "
                        + Html.text(it.owner())
                        + ", due "
                        + it.dueOn()
                        + " "
                        + Html.word("warn", it.state()));
  }

  private String gate() {
    var policy = record.identity().policy();
    var go = policy.decision().equals(ReleaseRecord.Ending.GO);
    return Html.section(
        "",
        "The gate",
        Html.paragraph(Html.word(go ? "good" : "bad", policy.decision()))
            + reasons(policy.reasons())
            + record.runs().stream().map(Report::deviations).collect(Collectors.joining()));
  }

  /// Of each checklist only what was not simply met; the rest stands at its steps.
  private static String deviations(ReleaseRecord.Run run) {
    var deviations =
        run.ending().reasons().stream().filter(it -> !it.weight().equals("MET")).toList();
    return deviations.isEmpty()
        ? ""
        : "<h3>" + Html.text(run.checklist().title()) + "</h3>\n" + reasons(deviations);
  }

  static String reasons(List<Reason> reasons) {
    return Html.list(
        "plain",
        reasons,
        it -> Html.word(kind(it.weight()), it.weight()) + " " + Html.text(it.sentence()));
  }

  private static String kind(String weight) {
    return switch (weight) {
      case "MET" -> "good";
      case "EXCEPTION" -> "warn";
      default -> "bad";
    };
  }

  private String proof() {
    var log = record.ground().auditLog();
    var proves =
        List.of(
            "That the people above signed exactly these bytes, once you hold them against a trust"
                + " file of your own.",
            "That the release was judged by the checklists and rules whose digests stand here, with"
                + " these reasons.",
            "That the kept evidence is unchanged since, and that it was entered in the audit log "
                + log.origin()
                + ", whose first "
                + log.size()
                + " entries this record pins.");
    return Html.section(
        "",
        "What this proves",
        Html.list("", proves, Html::text)
            + "\n<h3>What it cannot prove</h3>\n"
            + Html.list("", CannotProve.of(record), Html::text)
            + "\n"
            + "<h3>Check it without Plimsoll</h3>\n"
            + "<p>With OpenSSH, in the folder of the unpacked bundle; <code>VERIFY.md</code> has"
            + " the rest.</p>\n"
            + "<pre class=\"mono\">"
            + rendering.signers().stream().map(Report::command).collect(Collectors.joining("<br>"))
            + "</pre>");
  }

  private static String command(Signing signing) {
    return Html.text(
        "ssh-keygen -Y verify -f allowed_signers -I "
            + VerifyGuide.quoted(signing.signatory().principal())
            + " -n "
            + Statement.NAMESPACE
            + " -s "
            + signing.file()
            + " < "
            + BundleNames.RECORD);
  }
}
