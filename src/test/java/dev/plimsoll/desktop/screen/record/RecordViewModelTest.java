package dev.plimsoll.desktop.screen.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.audit.Pins;
import dev.plimsoll.core.model.Actor;
import dev.plimsoll.core.model.Answer;
import dev.plimsoll.core.record.Aspect;
import dev.plimsoll.core.record.SeenBefore;
import dev.plimsoll.core.record.Verdict;
import dev.plimsoll.core.run.RunOptions;
import dev.plimsoll.desktop.Showcase;
import dev.plimsoll.desktop.task.TaskRunner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Over a record that was really sealed.
class RecordViewModelTest {
  @TempDir static Path folder;
  private static Path bundle;
  private static Path trust;
  private static String kept;

  @TempDir Path mine;

  @BeforeAll
  static void seal() throws Exception {
    var showcase = Showcase.in(folder);
    try (var plimsoll = showcase.open();
        var project = plimsoll.project(showcase.repository)) {
      project.trust(project.trustQuestion().digest());
      var desk = project.release(Showcase.VERSION);
      var operator = showcase.operator("operator");
      var options =
          new RunOptions(
              Map.of(),
              false,
              new Actor(Showcase.OPERATOR, operator.signer().publicKey().fingerprint()),
              Answer.Origin.WINDOW);
      try (var session = desk.open("pre-release", options)) {
        Showcase.walkPreRelease(session);
      }
      for (var id : List.of("audit-chain", "release-steps", "smoke-tests")) {
        try (var session = desk.open(id, options)) {
          session.startAutomatic();
          session.awaitIdle();
          if (id.equals("release-steps")) {
            session.answer("announce", new Answer("yes", Answer.Origin.WINDOW), List.of());
          }
        }
      }
      desk.signOff(desk.signOffRequest("approver"), showcase.approver("approver"));
      var sealed = desk.seal(List.of(operator), folder);
      bundle = sealed.bundle();
      kept = plimsoll.history().records(sealed.sha256()).getFirst().bundle();
      trust = showcase.repository.resolve(".plimsoll/allowed_signers");
    }
  }

  private RecordViewModel over(RecordSource source) {
    return new RecordViewModel(
        source,
        new TaskRunner(Runnable::run, Runnable::run),
        Clock.systemUTC(),
        new Pins(mine.resolve("pins")));
  }

  private static Verdict verdict(RecordViewModel model, Aspect aspect) {
    return model.openedProperty().get().checked().verification().verdict(aspect);
  }

  @Test
  void aBundleIsReadButNothingIsProvenBeforeATrustFileWasChosen() {
    var model = over(new GivenFile(bundle));

    model.load();

    var opened = model.openedProperty().get();
    assertThat(opened.record().identity().release().version()).isEqualTo(Showcase.VERSION);
    assertThat(opened.record().exceptions()).hasSize(1);
    assertThat(opened.checked()).isNull();
  }

  @Test
  void theVerifiersOwnTrustFileProvesAllSix() throws IOException {
    var own = Files.copy(trust, mine.resolve("allowed_signers"));
    var model = over(new GivenFile(bundle));
    model.load();

    model.verifyAgainst(own);

    var checked = model.openedProperty().get().checked();
    assertThat(checked.verification().level()).isEqualTo(Verdict.Level.PROVEN);
    assertThat(checked.trust().words()).contains("your own");
    assertThat(checked.people()).isEqualTo(2);
  }

  @Test
  void everyProvenVerdictOpensIntoWhatItIsAbout() throws IOException {
    var model = over(new GivenFile(bundle));
    model.load();
    model.verifyAgainst(Files.copy(trust, mine.resolve("allowed_signers")));

    var opened = model.openedProperty().get();
    for (var aspect : Aspect.values()) {
      assertThat(VerdictEvidence.of(verdict(model, aspect), opened)).as("%s", aspect).isNotEmpty();
    }
    assertThat(VerdictEvidence.of(verdict(model, Aspect.ARTIFACTS), opened))
        .anyMatch(line -> line.contains("pre-release/unit · stdout.txt · sha256 "));
    assertThat(VerdictEvidence.of(verdict(model, Aspect.POLICY), opened))
        .anyMatch(line -> line.contains("pre-release/healthchecks, waived"));
  }

  @Test
  void whatIsProvenIsRememberedWhenItIsAskedForAndKnownTheNextTime() throws IOException {
    var own = Files.copy(trust, mine.resolve("allowed_signers"));
    var model = over(new GivenFile(bundle));
    model.load();
    assertThat(model.rememberableProperty().get()).as("before it is proven").isFalse();
    model.verifyAgainst(own);
    assertThat(model.openedProperty().get().checked().seen().how()).isEqualTo(SeenBefore.How.NEW);
    assertThat(mine.resolve("pins")).doesNotExist();

    model.remember(() -> {}, problem -> {});

    assertThat(mine.resolve("pins")).isNotEmptyDirectory();
    assertThat(model.rememberableProperty().get()).isFalse();
    var again = over(new GivenFile(bundle));
    again.load();
    again.verifyAgainst(own);
    assertThat(again.openedProperty().get().checked().seen().how()).isEqualTo(SeenBefore.How.SAME);
  }

  @Test
  void aTrustFileThatDoesNotKnowTheSignersProvesNothing() throws IOException {
    var line = Files.readAllLines(trust).get(1);
    var own = Files.writeString(mine.resolve("allowed_signers"), line + "\n");
    var model = over(new GivenFile(bundle));
    model.load();

    model.verifyAgainst(own);

    assertThat(verdict(model, Aspect.AUTHENTICITY).level()).isEqualTo(Verdict.Level.FAILED);
  }

  @Test
  void aBundleWithAChangedFileIsNamedAtTheChangedPlace() throws IOException {
    var changed = Files.copy(bundle, mine.resolve("changed.release.zip"));
    try (var zip = FileSystems.newFileSystem(changed)) {
      var evidence = zip.getPath("evidence");
      try (var files = Files.list(evidence)) {
        Files.write(files.sorted().findFirst().orElseThrow(), "x".getBytes(StandardCharsets.UTF_8));
      }
    }
    var own = Files.copy(trust, mine.resolve("allowed_signers"));
    var model = over(new GivenFile(changed));
    model.load();

    model.verifyAgainst(own);

    assertThat(verdict(model, Aspect.ARTIFACTS).level()).isEqualTo(Verdict.Level.FAILED);
    assertThat(verdict(model, Aspect.ARTIFACTS).firstBad()).isNotBlank();
  }

  @Test
  void aTrustFileThatIsNotAcceptedIsToldAndTheRecordStaysVisible() throws IOException {
    var own = Files.writeString(mine.resolve("allowed_signers"), "* ssh-ed25519 AAAA\n");
    var model = over(new GivenFile(bundle));
    model.load();

    model.verifyAgainst(own);

    assertThat(model.problemProperty().get().getMessage()).contains("allowed_signers:1");
    assertThat(model.openedProperty().get().record()).isNotNull();
    assertThat(model.workingProperty().get()).isFalse();
  }

  @Test
  void aFileThatIsNoRecordShowsNothingOfOne() throws IOException {
    var model = over(new GivenFile(Files.writeString(mine.resolve("x.zip"), "PK")));

    model.load();

    assertThat(model.openedProperty().get().record()).isNull();
    model.verifyAgainst(trust);
    assertThat(model.openedProperty().get().checked().verification().level())
        .isNotIn(Verdict.Level.PROVEN, Verdict.Level.PROVEN_WITH_WARNINGS);
  }

  @Test
  void aFileThatIsNotThereIsTold() {
    var model = over(new GivenFile(mine.resolve("gone.release.zip")));

    model.load();

    assertThat(model.problemProperty().get().where()).contains("no such file");
    assertThat(model.openedProperty().get()).isNull();
  }

  @Test
  void aRecordKeptHereIsHeldAgainstTheProjectsOwnTrustFileAndSaysSo() {
    var showcase = folder.resolve("home").resolve("evidence");
    var evidence = new dev.plimsoll.core.history.EvidenceFiles(showcase);
    try (var source =
        new KeptBundle(evidence, kept, () -> Optional.of(folder.resolve("customer-ops")))) {
      var model = over(source);

      model.load();

      var checked = model.openedProperty().get().checked();
      assertThat(checked.verification().level()).isEqualTo(Verdict.Level.PROVEN);
      assertThat(checked.trust().words()).contains("the project's own");
      assertThat(model.projectTrustProperty().get()).isNotNull();
    }
  }

  @Test
  void aSavedCopyIsTheBundleByteForByte() throws IOException {
    var model = over(new GivenFile(bundle));
    model.load();
    var to = mine.resolve("copy.release.zip");

    model.saveCopy(to, () -> {}, problem -> {});

    assertThat(to).hasSameBinaryContentAs(bundle);
  }

  @Test
  void everySignatureHasItsCommand() {
    assertThat(Commands.of(List.of("release-record.json.ada@example.org.sig")))
        .isEqualTo(
            "ssh-keygen -Y verify -f allowed_signers -I ada@example.org -n"
                + " release-record@plimsoll.dev -s release-record.json.ada@example.org.sig <"
                + " release-record.json");
    assertThat(Commands.of(List.of())).contains("no signature");
  }

  @Test
  void theLineOfTheLogShowsThisReleaseAndItsCheckpoint() {
    var model = over(new GivenFile(bundle));
    model.load();

    var line = AnchorLine.of(model.openedProperty().get().record());

    assertThat(line.from()).isPositive().isLessThan(line.to());
    assertThat(line.to()).isLessThanOrEqualTo(line.size());
    assertThat(line.marks()).hasSize(3);
    assertThat(line.marks().getLast().words()).contains("checkpoint");
  }
}
