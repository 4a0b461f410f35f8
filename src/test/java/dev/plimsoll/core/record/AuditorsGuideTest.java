package dev.plimsoll.core.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands of docs/guides/verify.md, from its first to its last, in one shell that stops at
/// the first failure.
class AuditorsGuideTest {
  private static final String BUNDLE = "customer-ops-1.4.2.release.zip";

  @TempDir Path folder;
  private Path sealed;

  @BeforeEach
  void seal() throws Exception {
    var desk = new RecordDesk(folder.resolve("desk"));
    sealed = desk.seal(folder.resolve("out")).path();
    Files.writeString(folder.resolve("allowed_signers"), desk.allowedSigners());
  }

  private Shell.Ran follow(Unpacked bundle) throws Exception {
    var place = Files.createTempDirectory(folder, "auditor");
    bundle.zip(place.resolve(BUNDLE));
    Files.copy(folder.resolve("allowed_signers"), place.resolve("allowed_signers"));
    Files.createDirectory(place.resolve("kept"));
    Files.write(
        place.resolve("kept/release-record.json"), Unpacked.of(sealed).bytes(BundleNames.RECORD));
    var blocks = Shell.blocks(Files.readString(Path.of("docs", "guides", "verify.md")));
    assertThat(blocks).hasSizeGreaterThan(8);
    return new Shell(place)
        .run("set -e\n" + String.join("\n", blocks) + "\necho FOLLOWED TO THE END");
  }

  @Test
  void a_sound_bundle_passes_from_the_first_command_to_the_last() throws Exception {
    var ran = follow(Unpacked.of(sealed));
    assertThat(ran.output())
        .contains(
            "FOLLOWED TO THE END", "15 entries, unbroken", "\"principal\":\"ada@example.org\"");
    assertThat(ran.exit()).isZero();
  }

  @Test
  void a_turned_bit_anywhere_in_what_it_checks_stops_it() throws Exception {
    // the guide checks one signer, and neither the page nor the bundle's own guide
    var unchecked =
        Set.of(
            "release-record.json.ada@example.org.sig",
            BundleNames.REPORT,
            BundleNames.GUIDE,
            BundleNames.ATTESTATIONS);
    var names = new TreeSet<>(Unpacked.of(sealed).files().keySet());
    names.removeAll(unchecked);
    for (var name : names) {
      var bundle = Unpacked.of(sealed);
      bundle.flip(name, Math.min(40, bundle.bytes(name).length / 2));
      var ran = follow(bundle);
      assertThat(ran.exit()).as(name).isNotZero();
      assertThat(ran.output())
          .as(name)
          .doesNotContain("FOLLOWED TO THE END", "cannot find or open");
    }
  }
}
