package dev.plimsoll.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.Actor;
import dev.plimsoll.core.trust.KeyFiles;
import dev.plimsoll.core.trust.PassphraseSource;
import dev.plimsoll.desktop.Showcase;
import dev.plimsoll.desktop.kit.Look;
import dev.plimsoll.desktop.kit.Place;
import dev.plimsoll.desktop.kit.Preferences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.feather.Feather;

class PlainPartsTest {
  @TempDir Path folder;

  @Test
  void readOnlyIsForAuditorsWithOrWithoutAFile() {
    assertThat(Arrival.of(List.of())).isEqualTo(new Arrival.ToWork());
    assertThat(Arrival.of(List.of("--read-only"))).isEqualTo(new Arrival.ToAuditHome());
    assertThat(Arrival.of(List.of("--read-only", "/tmp/a.zip")))
        .isEqualTo(new Arrival.ToAudit(Path.of("/tmp/a.zip")));
    assertThat(Arrival.of(List.of("--project", "/tmp/a")))
        .isEqualTo(Arrival.of(List.of("--project=/tmp/a")))
        .isEqualTo(new Arrival.ToWorkOn(Path.of("/tmp/a")));
    assertThat(Arrival.of(List.of("--project", "/tmp/a")).isReadOnly()).isFalse();
    assertThat(Arrival.of(List.of("--read-only")).isReadOnly()).isTrue();
  }

  @Test
  void aFolderLeadsToItsProjectAndABundleToItsRecord() throws IOException {
    var bundle = Files.writeString(folder.resolve("x-1.0.0.release.zip"), "");
    var unpacked = Files.createDirectory(folder.resolve("unpacked"));
    Files.writeString(unpacked.resolve("release-record.json"), "{}");

    assertThat(DropVeil.placeOf(folder, false)).contains(new Place.Project(folder));
    assertThat(DropVeil.placeOf(folder, true)).as("an auditor walks nothing").isEmpty();
    assertThat(DropVeil.placeOf(bundle, true)).contains(new Place.RecordFile(bundle));
    assertThat(DropVeil.placeOf(unpacked, false)).contains(new Place.RecordFile(unpacked));
    assertThat(DropVeil.placeOf(folder.resolve("notes.txt"), false)).isEmpty();
  }

  @Test
  void everyWordOfAQueryMustOccurInAnyOrder() {
    var command = new Command("Unit tests", "step of Pre-release", Feather.X, () -> {});
    assertThat(command.matches("tests pre")).isTrue();
    assertThat(command.matches("  UNIT ")).isTrue();
    assertThat(command.matches("unit smoke")).isFalse();
  }

  @Test
  void preferencesComeBackAsTheyWereKept() {
    var file = new PreferencesFile(folder.resolve("new"));
    var preferences = new Preferences(new Look(Look.Theme.DARK, 175), "SHA256:abc");
    file.write(preferences);
    assertThat(file.read()).isEqualTo(preferences);
  }

  @Test
  void aDamagedPreferencesFileReadsAsTheUsualOnes() throws IOException {
    Files.writeString(folder.resolve("window.properties"), "theme=pink\ntextSize=9000\n");
    assertThat(new PreferencesFile(folder).read().look())
        .isEqualTo(new Look(Look.Theme.SYSTEM, 200));
    Files.writeString(folder.resolve("window.properties"), "theme=\\uZZZZ");
    assertThat(new PreferencesFile(folder).read()).isEqualTo(Preferences.USUAL);
  }

  @Test
  void aPersonIsAPrincipalOnlyWithAProvenKeyThatTheRepositoryKnows() throws IOException {
    var showcase = Showcase.in(Files.createDirectory(folder.resolve("showcase")));
    var nobody = Actor.unauthenticated("ops", "harbour");
    var identity = new Identity(nobody);
    assertThat(identity.in(showcase.repository)).isEqualTo(nobody);

    try (var ops = showcase.operator("operator").signer()) {
      identity.prove(ops);
      assertThat(identity.in(showcase.repository))
          .isEqualTo(new Actor(Showcase.OPERATOR, ops.publicKey().fingerprint()));
    }
    identity.forget();
    assertThat(identity.in(showcase.repository)).isEqualTo(nobody);

    var stranger = KeyFiles.create(folder.resolve("stranger"), "", null, new SecureRandom());
    try (var key = KeyFiles.open(stranger.privateFile(), PassphraseSource.none())) {
      identity.prove(key);
    }
    assertThat(identity.key()).isPresent();
    assertThat(identity.in(showcase.repository)).as("proven, but unknown here").isEqualTo(nobody);
  }

  @Test
  void anUnreadableTrustFileKnowsNobody() throws IOException {
    Files.createDirectories(folder.resolve(".plimsoll"));
    Files.writeString(folder.resolve(".plimsoll/allowed_signers"), "*@example.org nonsense");
    assertThat(TrustFile.principalOf(folder, "SHA256:abc")).isEqualTo(Optional.empty());
  }
}
