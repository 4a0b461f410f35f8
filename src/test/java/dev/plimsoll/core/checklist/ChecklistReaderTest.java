package dev.plimsoll.core.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.Checklist;
import dev.plimsoll.core.model.Checklist.Category;
import dev.plimsoll.core.model.Checklist.Form;
import dev.plimsoll.core.model.Checklist.Mode;
import dev.plimsoll.core.model.Checklist.Order;
import dev.plimsoll.core.model.Parameter;
import dev.plimsoll.core.model.Position;
import dev.plimsoll.core.model.Question;
import dev.plimsoll.core.model.ReleaseType;
import dev.plimsoll.core.model.Section.OnFailure;
import dev.plimsoll.core.model.SignOff;
import dev.plimsoll.core.model.StepRules;
import dev.plimsoll.core.model.StepWords;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ChecklistReaderTest {
  private static final String TEXT =
      """
      schema: plimsoll/checklist/v1
      id: pre-release
      title: Pre-release
      category: pre-release
      mode: read-do
      parameters:
        url: {type: url, default: "http://localhost:8000"}
        depth: {type: choice, choices: [quick, full], default: full, title: How deep}
      sections:
        - id: tests
          title: "Gate 2: unit tests"
          budget: 15m
          onFailure: {text: "Fix the tests", start: rollback, notify: true}
          types: [minor, major]
          steps:
            - id: unit
              title: All unit tests pass on {version}
              command: {run: [pytest, -v, "{url}"]}
              report: {junit: "out/TEST-*.xml"}
              expect: {failures: 0}
              maxAge: 2h
              killer: true
              retries: {n: 2, wait: 10s}
              timeout: 15m
              estimate: 90s
              bindTo: [commit, files]
              redact: ["token=\\\\w+"]
              covers: [S002-06]
              source: RELEASE.md
              why: Red tests are red.
              troubleshoot: "docs/testing.md#when-tests-fail"
            - id: reviewed
              title: Code review
              ask: {challenge: "Who reviewed it?", record: text, evidence: required}
              role: operator
              when: type != "patch" and steps.unit.outcome == PASSED
              deferrable: {maxDays: 7}
        - id: end
          title: End
          onFailure: Stop and think
          steps:
            - id: tagged
              title: Tag
              tag: {}
              irreversible: true
              probe: {git: {}}
              fallback: {ask: Tagged by hand?}
            - id: signed
              title: Approval
              sign-off: {statement: "{product} {version} may leave", people: 2}
              types: [major]
              waivable: false
      """;

  private static Checklist read(String text) {
    var findings = new Findings();
    var source =
        SourceFile.of(
            ".plimsoll/checklists/x.yaml", text.getBytes(StandardCharsets.UTF_8), findings);
    var checklist =
        source == null ? null : new ChecklistReader(FakeVerbs.ALL).read(source, findings);
    assertThat(findings.list()).isEmpty();
    assertThat(checklist).isNotNull();
    return checklist;
  }

  @Test
  void theHeadOfAChecklistIsRead() {
    var checklist = read(TEXT);
    assertThat(checklist.id()).isEqualTo("pre-release");
    assertThat(checklist.form())
        .isEqualTo(new Form(Category.PRE_RELEASE, Mode.READ_DO, Order.STRICT));
    assertThat(checklist.parameters())
        .containsExactly(
            new Parameter("url", Parameter.Type.URL, "http://localhost:8000", List.of(), null),
            new Parameter(
                "depth", Parameter.Type.CHOICE, "full", List.of("quick", "full"), "How deep"));
    assertThat(checklist.source().sha256()).hasSize(64);
    assertThat(checklist.source().text()).isEqualTo(TEXT);
  }

  @Test
  void sectionsAreRead() {
    var sections = read(TEXT).sections();
    assertThat(sections.getFirst().budget()).isEqualTo(Duration.ofMinutes(15));
    assertThat(sections.getFirst().onFailure())
        .isEqualTo(new OnFailure("Fix the tests", "rollback", true));
    assertThat(sections.getFirst().types())
        .containsExactlyInAnyOrder(ReleaseType.MINOR, ReleaseType.MAJOR);
    assertThat(sections.getLast().onFailure())
        .isEqualTo(new OnFailure("Stop and think", null, false));
  }

  @Test
  void everyCommonKeyOfAStepIsRead() {
    var step = read(TEXT).step("unit").orElseThrow();
    assertThat(step.at()).isEqualTo(new Position(".plimsoll/checklists/x.yaml", 16, 9));
    assertThat(step.verb().word()).isEqualTo("command");
    assertThat(step.verb().expected()).isEmpty();
    assertThat(step.reports())
        .singleElement()
        .satisfies(report -> assertThat(report.expected()).isEqualTo("a mapping"));
    assertThat(step.words())
        .isEqualTo(
            new StepWords(
                "Red tests are red.",
                "RELEASE.md",
                "docs/testing.md#when-tests-fail",
                List.of("S002-06")));
    assertThat(step.rules())
        .isEqualTo(
            new StepRules(
                null,
                Set.of(),
                null,
                new StepRules.Weight(false, true, false),
                new StepRules.Exits(false, null),
                new StepRules.Freshness(
                    Duration.ofHours(2),
                    Set.of(StepRules.Freshness.Bound.COMMIT, StepRules.Freshness.Bound.FILES)),
                new StepRules.Pace(
                    Duration.ofMinutes(15), 2, Duration.ofSeconds(10), Duration.ofSeconds(90)),
                false,
                Set.of("token=\\w+")));
  }

  @Test
  void questionsAndSignOffsAreRead() {
    var checklist = read(TEXT);
    var reviewed = checklist.step("reviewed").orElseThrow();
    assertThat(reviewed.verb())
        .isEqualTo(
            new Question(
                "Who reviewed it?",
                null,
                new Question.AnswerForm.Text(),
                Question.EvidenceDemand.REQUIRED));
    assertThat(reviewed.rules().when())
        .isEqualTo("type != \"patch\" and steps.unit.outcome == PASSED");
    assertThat(reviewed.rules().role()).isEqualTo("operator");
    assertThat(reviewed.rules().exits()).isEqualTo(new StepRules.Exits(true, 7));
    assertThat(checklist.step("signed").orElseThrow().verb())
        .isEqualTo(new SignOff("{product} {version} may leave", "approved", "approver", 2));
  }

  @Test
  void anIrreversibleStepHasItsProbeAndFallback() {
    var step = read(TEXT).step("tagged").orElseThrow();
    assertThat(step.rules().irreversible()).isTrue();
    assertThat(step.probe()).isNotNull();
    assertThat(step.fallback()).isInstanceOf(Question.class);
  }

  @Test
  void windowsLineEndingsAndAByteOrderMarkReadTheSame() {
    var windows = read("\uFEFF" + TEXT.replace("\n", "\r\n"));
    var unix = read(TEXT);
    assertThat(windows.sections()).isEqualTo(unix.sections());
    assertThat(windows.source().sha256()).isNotEqualTo(unix.source().sha256());
  }
}
