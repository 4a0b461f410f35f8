package dev.plimsoll.desktop.screen.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.Question;
import dev.plimsoll.core.model.Question.AnswerForm;
import dev.plimsoll.core.model.Question.EvidenceDemand;
import dev.plimsoll.core.run.Attachment;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DraftsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);
  private static final Attachment FILE =
      new Attachment("shot.png", "image/png", Path.of("shot.png"));

  private static AnswerDraft draft(AnswerForm form, EvidenceDemand evidence) {
    return new AnswerDraft(new Question("How many?", null, form, evidence));
  }

  @Test
  void aNumberMayCarryItsUnitAndWarnsOutsideItsBounds() {
    var draft = draft(new AnswerForm.Number("ms", "0", "250"), EvidenceDemand.NONE);
    assertThat(draft.obstacleProperty().get()).isNotEmpty();

    draft.textProperty().set("249.5 ms");
    assertThat(draft.obstacleProperty().get()).isEmpty();
    assertThat(draft.warningProperty().get()).isEmpty();

    draft.textProperty().set("251");
    assertThat(draft.possible().get()).isTrue();
    assertThat(draft.warningProperty().get()).contains("the step will fail");

    draft.textProperty().set("many");
    assertThat(draft.possible().get()).isFalse();
  }

  @Test
  void anAnswerThatNeedsEvidenceWaitsForIt() {
    var draft = draft(new AnswerForm.Text(), EvidenceDemand.REQUIRED);
    draft.textProperty().set("PR 214");
    assertThat(draft.obstacleProperty().get()).contains("file or screenshot");

    draft.files().add(FILE);

    assertThat(draft.possible().get()).isTrue();
    assertThat(draft.attachments()).containsExactly(FILE);
  }

  @Test
  void aLinkMustLeadSomewhere() {
    var draft = draft(new AnswerForm.Link(), EvidenceDemand.NONE);
    for (var bad : List.of("", "example.org", "ftp://example.org/x", "https://")) {
      draft.textProperty().set(bad);
      assertThat(draft.possible().get()).as(bad).isFalse();
    }
    draft.textProperty().set(" https://example.org/pr/214 ");
    assertThat(draft.possible().get()).isTrue();
    assertThat(draft.answer().text()).isEqualTo("https://example.org/pr/214");
  }

  @Test
  void aChoiceOutsideOfThePassingOnesWarns() {
    var draft =
        draft(new AnswerForm.Choice(List.of("all", "some"), List.of("all")), EvidenceDemand.NONE);
    draft.textProperty().set("some");
    assertThat(draft.possible().get()).isTrue();
    assertThat(draft.warningProperty().get()).contains("fail");
    draft.textProperty().set("none of them");
    assertThat(draft.possible().get()).isFalse();
  }

  @Test
  void aFileAnswerIsItsFile() {
    var draft = draft(new AnswerForm.File(), EvidenceDemand.OPTIONAL);
    assertThat(draft.possible().get()).isFalse();
    draft.files().add(FILE);
    assertThat(draft.possible().get()).isTrue();
  }

  @Test
  void aReasonNeedsWordsAndADayThatHasNotPassed() {
    var draft = new ReasonDraft(TODAY, TODAY.plusDays(14), null);
    assertThat(draft.obstacleProperty().get()).contains("why");
    draft.reasonProperty().set("  image replaced next week ");
    assertThat(draft.possible().get()).isTrue();
    assertThat(draft.reason()).isEqualTo("image replaced next week");

    draft.untilProperty().set(TODAY.minusDays(1));
    assertThat(draft.obstacleProperty().get()).contains("passed");
    draft.untilProperty().set(null);
    assertThat(draft.possible().get()).isFalse();
    draft.untilProperty().set(TODAY);
    assertThat(draft.possible().get()).isTrue();
  }

  @Test
  void aDeferralKnowsTheLatestDay() {
    var draft = new ReasonDraft(TODAY, TODAY.plusDays(30), TODAY.plusDays(7));
    draft.reasonProperty().set("later");
    assertThat(draft.until()).isEqualTo(TODAY.plusDays(7));

    draft.untilProperty().set(TODAY.plusDays(8));

    assertThat(draft.obstacleProperty().get()).contains("9 Nov 2026 at the latest");
  }
}
