package dev.plimsoll.core.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plimsoll.core.model.Checklist;
import dev.plimsoll.core.model.Decision;
import dev.plimsoll.core.model.Decision.Clause;
import dev.plimsoll.core.model.Decision.Completion;
import dev.plimsoll.core.model.Decision.Ending;
import dev.plimsoll.core.model.Decision.Weight;
import dev.plimsoll.core.model.Position;
import dev.plimsoll.core.model.Project;
import dev.plimsoll.core.model.Question;
import dev.plimsoll.core.model.ReleaseState;
import dev.plimsoll.core.model.Section;
import dev.plimsoll.core.model.SignOff;
import dev.plimsoll.core.model.Standing;
import dev.plimsoll.core.model.Step;
import dev.plimsoll.core.model.StepRules;
import dev.plimsoll.core.model.StepWords;
import dev.plimsoll.core.model.Verb;
import dev.plimsoll.core.trust.Digests;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The project, checklist and decisions of the release on the [RecordDesk].
final class RecordSamples {
  static final Map<String, Standing> STANDINGS =
      Map.of(
          "unit", Standing.PASSED,
          "changelog", Standing.PASSED,
          "limits", Standing.WAIVED,
          "approve", Standing.PASSED);

  private RecordSamples() {}

  static Checklist checklist() {
    return new Checklist(
        "pre-release",
        "Pre-release",
        new Checklist.Form(
            Checklist.Category.PRE_RELEASE, Checklist.Mode.DO_CONFIRM, Checklist.Order.FREE),
        List.of(),
        List.of(
            new Section(
                "all",
                "All",
                null,
                null,
                Set.of(),
                List.of(
                    step("unit", "Unit tests pass", question()),
                    step("changelog", "Changelog has the version", question()),
                    step("limits", "Rate limit reviewed", question()),
                    step(
                        "approve",
                        "Approved",
                        new SignOff("Ship it.", "approved", "approver", 1))))),
        source(
            ".plimsoll/checklists/pre-release.yaml",
            "schema: plimsoll/checklist/v1\nid: pre-release\n"));
  }

  private static Verb question() {
    return new Question(
        "Done?", null, new Question.AnswerForm.Confirm(), Question.EvidenceDemand.NONE);
  }

  private static Step step(String id, String title, Verb verb) {
    return new Step(
        id,
        title,
        verb,
        List.of(),
        null,
        null,
        StepRules.USUAL,
        StepWords.NONE,
        Position.of("pre-release.yaml"));
  }

  static Checklist.Source source(String file, String text) {
    return new Checklist.Source(file, Digests.sha256Hex(text.getBytes(UTF_8)), text);
  }

  static Project project() {
    return new Project(
        "customer-ops",
        List.of(new Project.PlanItem("pre-release", List.of(), Set.of())),
        new Project.Rules(
            new Project.VersionRule(null, List.of("semver"), "v{version}", List.of()),
            List.of(),
            Map.of(),
            new Project.Solo(false, Duration.ZERO)),
        List.of(
            new Project.Person(RecordDesk.OLGA, "Olga Operator", Set.of("operator")),
            new Project.Person(RecordDesk.ADA, "Ada Approver", Set.of("approver"))),
        new Project.Desk(List.of(), List.of()),
        Set.of(),
        source(".plimsoll/project.yaml", "schema: plimsoll/project/v1\nproduct: customer-ops\n"));
  }

  static Decision go() {
    return new Decision.Go(
        List.of(
            new Clause(Weight.MET, "\u201cUnit tests pass\u201d passed.", "unit", Standing.PASSED),
            new Clause(
                Weight.MET,
                "\u201cChangelog has the version\u201d passed.",
                "changelog",
                Standing.PASSED),
            new Clause(
                Weight.EXCEPTION,
                "\u201cRate limit reviewed\u201d is waived.",
                "limits",
                Standing.WAIVED),
            new Clause(Weight.MET, "\u201cApproved\u201d passed.", "approve", Standing.PASSED)),
        new Completion(Ending.WITH_OVERRIDES, 1));
  }

  static Decision noGo() {
    return new Decision.NoGo(
        List.of(
            new Clause(
                Weight.FAILED, "\u201cUnit tests pass\u201d failed.", "unit", Standing.FAILED)),
        new Completion(Ending.INCOMPLETE, 0));
  }

  static Decision released() {
    return new Decision.Go(
        List.of(
            new Clause(
                Weight.EXCEPTION,
                "\u201cPre-release\u201d is COMPLETE WITH OVERRIDES (1).",
                null,
                null)),
        new Completion(Ending.WITH_OVERRIDES, 1));
  }

  static SealingRequest request(RecordDesk desk, ReleaseState release, RecordSigner... signers) {
    return new SealingRequest(
        matter(release, Map.of()),
        List.of(new SealingRequest.Walk(desk.run(), checklist(), go(), STANDINGS)),
        released(),
        surroundings(),
        List.of(signers));
  }

  static SealingRequest.Matter matter(ReleaseState release, Map<String, Integer> approvals) {
    return new SealingRequest.Matter(
        release,
        project(),
        approvals,
        new SealingRequest.Ending.Ready(),
        new SealingRequest.Lineage(
            "example.org/customer-ops", "tag:v1.4.2", null, null, List.of()));
  }

  static SealingRequest.Surroundings surroundings() {
    return new SealingRequest.Surroundings(
        new ReleaseRecord.Environment(
            "Linux 6.1", "Temurin 25.0.3", List.of(new ReleaseRecord.Tool("git", "2.39.5"))),
        new ReleaseRecord.Redaction("1", 3, "not-planted"),
        "operator's clock",
        new ReleaseRecord.Tool("plimsoll", "0.1.0"));
  }
}
