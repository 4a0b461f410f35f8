package dev.plimsoll.desktop.screen.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.OpenProject;
import dev.plimsoll.core.Plimsoll;
import dev.plimsoll.core.model.Answer;
import dev.plimsoll.core.run.PersonSigner;
import dev.plimsoll.desktop.Showcase;
import dev.plimsoll.desktop.kit.Keyring;
import dev.plimsoll.desktop.kit.Place;
import dev.plimsoll.desktop.kit.TestSurroundings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseViewModelTest {
  private final TestSurroundings window = new TestSurroundings();
  private Showcase showcase;
  private Plimsoll plimsoll;
  private OpenProject project;
  private ReleaseViewModel model;
  @TempDir Path folder;

  @BeforeEach
  void open() throws Exception {
    showcase = Showcase.in(folder);
    plimsoll = showcase.open();
    project = plimsoll.project(showcase.repository);
    model =
        new ReleaseViewModel(
            new Place.Release(showcase.repository, Showcase.VERSION),
            () -> project,
            new TwoPeople(showcase),
            window.surroundings());
  }

  @AfterEach
  void close() {
    model.stop();
    project.close();
    plimsoll.close();
  }

  @Test
  void anUntouchedReleaseWritesNothingAndStartsWithTheFirstChecklist() {
    model.start();
    var seen = seen();
    assertThat(seen.trusted()).isFalse();
    assertThat(seen.view().decision().isGo()).isFalse();
    assertThat(seen.next().orElseThrow().checklist().id()).isEqualTo("pre-release");
    assertThat(seen.requests()).containsOnlyKeys("approver");
    assertThat(project.logSize()).isZero();
  }

  @Test
  void whatHappensElsewhereIsSeenAtTheNextBeat() throws Exception {
    model.start();
    walk("pre-release");
    assertThat(seen().next().orElseThrow().checklist().id()).isEqualTo("pre-release");
    window.ticker.beat();
    assertThat(seen().next().orElseThrow().checklist().id()).isEqualTo("audit-chain");
  }

  @Test
  void nothingNewLeavesThePageAlone() {
    model.start();
    var before = seen();
    window.ticker.beat();
    assertThat(seen()).isSameAs(before);
  }

  @Test
  void aPageThatWasLeftListensNoMore() {
    model.start();
    model.stop();
    assertThat(window.ticker.listeners()).isZero();
  }

  @Test
  void exceptionsNameWhoWhenAndWhy() throws Exception {
    walk("pre-release");
    model.start();
    assertThat(seen().exceptions())
        .singleElement()
        .satisfies(one -> {
          assertThat(one.title()).isEqualTo("All services declare a healthcheck");
          assertThat(one.why()).startsWith("waived by ops@example.org until ");
          assertThat(one.reason()).isEqualTo("redis image is replaced next week");
        });
  }

  @Test
  void theApproverSignsTheOperatorSealsAndTheRecordIsShown() throws Exception {
    walk("pre-release");
    walk("audit-chain");
    walk("release-steps");
    walk("smoke-tests");
    model.start();
    assertThat(seen().view().decision().isGo()).isFalse();

    var signing = model.form("approver");
    signing.load(TwoPeople.LEAD.fingerprint());
    model.signOff(signing, seen().requests().get("approver"));
    assertThat(signing.problem().get()).isNull();
    assertThat(seen().view().decision().blockers()).isEmpty();

    var sealing = model.sealForm(seen().project());
    sealing.load(TwoPeople.OPS.fingerprint());
    assertThat(sealing.role()).isEqualTo("operator");
    model.seal(sealing, folder.resolve("out"));

    assertThat(sealing.problem().get()).isNull();
    assertThat(window.visited)
        .singleElement()
        .isInstanceOfSatisfying(
            Place.RecordFile.class, place -> assertThat(place.bundle()).isRegularFile());
    model.refresh();
    assertThat(seen().isSealed()).isTrue();
    assertThat(seen().requests()).isEmpty();
  }

  @Test
  void theOperatorCannotApproveAndIsToldInTheForm() throws Exception {
    walk("pre-release");
    model.start();
    var form = model.form("approver");
    form.load(TwoPeople.OPS.fingerprint());
    model.signOff(form, seen().requests().get("approver"));
    assertThat(form.problem().get()).isNotNull();
    assertThat(form.problem().get().where()).contains("approver");
    assertThat(seen().view().state().approvals()).isEmpty();
  }

  @Test
  void somebodyWithoutTheRoleOfOperatorSealsInTheirOwn() {
    model.start();
    assertThat(ReleaseViewModel.role(seen().project(), Showcase.APPROVER)).isEqualTo("approver");
    assertThat(ReleaseViewModel.role(seen().project(), "nobody@example.org")).isEqualTo("operator");
  }

  private ReleaseSnapshot seen() {
    var snapshot = model.snapshot().get();
    assertThat(model.problem().get()).isNull();
    assertThat(snapshot).isNotNull();
    return snapshot;
  }

  private void walk(String id) throws Exception {
    project.trust(project.trustQuestion().digest());
    try (var session = project.release(Showcase.VERSION).open(id, showcase.options())) {
      if (id.equals("pre-release")) {
        Showcase.walkPreRelease(session);
        return;
      }
      session.startAutomatic();
      session.awaitIdle();
      if (id.equals("release-steps")) {
        session.answer("announce", new Answer("yes", Answer.Origin.WINDOW), List.of());
      }
    }
  }

  /// The operator's key and the approver's, both at hand.
  private record TwoPeople(Showcase showcase) implements Keyring<PersonSigner> {
    static final Key OPS = new Key("ops", "SHA256:ops", false, false, null);
    static final Key LEAD = new Key("lead", "SHA256:lead", true, false, null);

    @Override
    public List<Key> keys() {
      return List.of(OPS, LEAD);
    }

    @Override
    public Optional<String> principalOf(Key key) {
      return Optional.of(key.equals(OPS) ? Showcase.OPERATOR : Showcase.APPROVER);
    }

    @Override
    public void with(Key key, Who who, char[] passphrase, Use<PersonSigner> use) throws Exception {
      var person = key.equals(OPS) ? showcase.operator(who.role()) : showcase.approver(who.role());
      try (var _ = person.signer()) {
        use.sign(person);
      }
    }
  }
}
