package dev.plimsoll.core.record;

import dev.plimsoll.core.audit.Times;
import dev.plimsoll.core.model.Plural;
import dev.plimsoll.core.model.RollbackPoint;
import dev.plimsoll.core.record.ReleaseRecord.Subject;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What was released, and where the record was made, on its page.
final class ReportGround {
  private ReportGround() {}

  static String release(ReleaseRecord record) {
    var release = record.identity().release();
    var purl = release.purl();
    var previous = release.previousRecord();
    var terms =
        Html.term("Product", Html.text(release.product()))
            + Html.term(
                "Version",
                Html.text(release.version())
                    + " <span class=\"soft\">("
                    + Html.text(release.type())
                    + ")</span>")
            + Html.term("Target", Html.text(release.target()))
            + Html.term("Candidate", String.valueOf(release.candidate()))
            + Html.term("Package", purl == null ? null : Html.code(purl))
            + Html.term("Record before", previous == null ? null : Html.code(previous))
            + record.identity().subjects().stream()
                .map(ReportGround::subject)
                .collect(Collectors.joining())
            + Html.term("Approvals needed", approvals(record))
            + Html.term(
                "Project file", Html.code("sha256 " + record.identity().policy().project()));
    return Html.section("", "What was released", "<dl>\n" + terms + "</dl>");
  }

  private static String subject(Subject subject) {
    return Html.term(
        subject.algorithm().equals(Subject.SHA256)
            ? "Artifact"
            : subject.algorithm().equals(Subject.GIT_TAG) ? "Tag" : "Commit",
        Html.text(subject.name()) + "<br>" + Html.code(subject.digest()));
  }

  private static String approvals(ReleaseRecord record) {
    var needs = record.identity().policy().approvals();
    return needs.isEmpty()
        ? "none for a release of this type"
        : needs.stream()
            .map(need -> Html.text(need.people() + " as " + need.role()))
            .collect(Collectors.joining(", "));
  }

  private static String published(ReleaseRecord record) {
    return record.identity().subjects().stream()
        .filter(it -> it.algorithm().equals(Subject.GIT_TAG))
        .findFirst()
        .map(it ->
            "In the message of "
                + Html.text(it.name().replace(":", " "))
                + ", in every clone that has it (level L1), if it was made with a checkpoint")
        .orElse("Level L0: nowhere but in this bundle, as far as the record knows");
  }

  /// Audit chains of other systems, one term each.
  private static String chains(ReleaseRecord.Ground ground) {
    return ground.foreignChains().stream()
        .map(chain ->
            Html.term(
                "Audit chain",
                Html.text(chain.name())
                    + ", "
                    + Plural.of(chain.entries(), "entry", "entries")
                    + " <span class=\"soft\">(recipe "
                    + Html.text(chain.recipe())
                    + ")</span><br>"
                    + Html.code(chain.head())))
        .collect(Collectors.joining());
  }

  private static String rollback(@Nullable RollbackPoint point) {
    if (point == null) {
      return "";
    }
    var proven = point.provenOn();
    return Html.term(
        "Restore point",
        Html.text(point.id())
            + " of "
            + Html.text(point.set())
            + " <span class=\"soft\">("
            + (proven == null
                ? "a restore of it was not proven"
                : "proven restorable on " + Html.text(Times.text(proven)))
            + ")</span><br>"
            + Html.code("sha256 " + point.manifest()));
  }

  static String ground(ReleaseRecord record) {
    var ground = record.ground();
    var log = ground.auditLog();
    var terms =
        Html.term(
                "Audit log",
                Html.code(log.origin()) + ", " + Plural.of(log.size(), "entry", "entries"))
            + Html.term("Its first entry", Html.code(log.genesis()))
            + Html.term("Its last entry then", Html.code(log.head()))
            + Html.term("Merkle root", Html.code(log.rootHash()))
            + Html.term("Published", published(record))
            + rollback(ground.rollbackPoint())
            + chains(ground)
            + Html.term(
                "Machine",
                Html.text(ground.environment().os())
                    + "<br>"
                    + Html.text(ground.environment().jvm()))
            + Html.term(
                "Tools",
                ground.environment().tools().stream()
                    .map(tool -> Html.text(tool.name() + " " + tool.version()))
                    .collect(Collectors.joining("<br>")))
            + Html.term(
                "Made with", Html.text(ground.tool().name() + " " + ground.tool().version()))
            + Html.term(
                "Masked secrets",
                ground.redaction().replaced()
                    + " places, rules "
                    + Html.text(ground.redaction().rulesVersion())
                    + ", canary "
                    + Html.text(ground.redaction().canary()))
            + Html.term(
                "Clock",
                Html.text(ground.clock().source())
                    + ", went back "
                    + Plural.of(ground.clock().backwardSteps(), "time"));
    return Html.section("", "Where it was made", "<dl>\n" + terms + "</dl>");
  }
}
