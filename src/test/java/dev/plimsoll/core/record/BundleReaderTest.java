package dev.plimsoll.core.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundleReaderTest {
  private static final BundleReader READER = new BundleReader(new BundleLimits(20, 8 << 20));

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../outside",
        "evidence/../../outside",
        "/etc/passwd",
        "C:\\windows\\x",
        "evidence\\x",
        "evidence/a/b",
        "other/x",
        "evidence/..",
        ".hidden",
        "evidence/.hidden",
        "with space",
        "line\nend",
        "r\u202Etxt.html"
      })
  void a_name_that_is_no_file_of_a_bundle_is_refused(String name) throws Exception {
    var zip = zip(name);
    assertThatThrownBy(() -> READER.open(zip))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("no name for a file of a bundle");
  }

  @Test
  void two_files_of_one_name_are_refused_whatever_their_case() throws Exception {
    var upper = zip("report.html", "REPORT.html");
    assertThatThrownBy(() -> READER.open(upper)).hasMessageContaining("twice");
    var twice = zip("report.htm1", "report.html");
    var text = new String(Files.readAllBytes(twice), StandardCharsets.ISO_8859_1);
    Files.write(
        twice, text.replace("report.htm1", "report.html").getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> READER.open(twice)).isInstanceOf(Problem.class);
  }

  @Test
  void a_bomb_is_refused_before_it_is_unpacked() throws Exception {
    var bomb = folder.resolve("bomb.zip");
    try (var zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
      zip.putNextEntry(new ZipEntry("evidence/zeros"));
      zip.write(new byte[6 << 20]);
      zip.closeEntry();
    }
    assertThatThrownBy(() -> READER.open(bomb))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("unpacks from");
  }

  @Test
  void a_file_that_unpacks_to_more_than_it_says_is_cut_off() throws Exception {
    var liar = folder.resolve("liar.zip");
    try (var zip = new ZipOutputStream(Files.newOutputStream(liar))) {
      zip.putNextEntry(new ZipEntry(BundleNames.RECORD));
      zip.write(new byte[4096]);
      zip.closeEntry();
    }
    var bytes = Files.readAllBytes(liar);
    var directory = indexOf(bytes, new byte[] {'P', 'K', 1, 2});
    bytes[directory + 24] = 16;
    bytes[directory + 25] = 0;
    Files.write(liar, bytes);
    assertThatThrownBy(
            () -> {
              try (var bundle = READER.open(liar)) {
                bundle.bytes(BundleNames.RECORD, 1 << 20);
              }
            })
        .isInstanceOfAny(IOException.class, Problem.class);
  }

  @Test
  void too_many_files_and_too_many_bytes_are_refused() throws Exception {
    var names = new String[21];
    for (var i = 0; i < names.length; i++) {
      names[i] = "evidence/e" + i;
    }
    var many = zip(names);
    assertThatThrownBy(() -> READER.open(many)).hasMessageContaining("more than the 20 allowed");
    var large = zip("evidence/a", "evidence/b");
    var small = new BundleReader(new BundleLimits(20, 9));
    assertThatThrownBy(() -> small.open(large))
        .hasMessageContaining("more than the 9 bytes allowed");
  }

  @Test
  void what_is_no_bundle_is_said_to_be_none() throws Exception {
    assertThatThrownBy(() -> READER.open(folder.resolve("nowhere.zip")))
        .hasMessageContaining("no such file");
    assertThatThrownBy(() -> READER.open(folder))
        .hasMessageContaining("holds no release-record.json");
    var cut = zip("report.html");
    Files.write(cut, List.of("PK\u0003\u0004 and nothing more"), UTF_8);
    assertThatThrownBy(() -> READER.open(cut))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("could not be read");
  }

  @Test
  void links_in_a_folder_are_not_followed() throws Exception {
    var secret = Files.writeString(folder.resolve("secret"), "secret");
    var unpacked = Files.createDirectories(folder.resolve("unpacked/evidence"));
    Files.writeString(folder.resolve("unpacked/release-record.json"), "{}");
    Files.createSymbolicLink(unpacked.resolve("a"), secret);
    Files.createSymbolicLink(folder.resolve("unpacked/signoffs"), folder);
    try (var bundle = READER.open(folder.resolve("unpacked"))) {
      assertThat(bundle.names()).containsExactly("release-record.json");
    }
  }

  @Test
  void a_file_that_compresses_like_a_bomb_is_stored_so_that_our_own_bundles_open()
      throws Exception {
    var log = "the same line again and again\n".repeat(100_000).getBytes(UTF_8);
    var target = folder.resolve("own.zip");
    BundleWriter.write(
        target,
        List.of(
            BundlePart.of(BundleNames.RECORD, new byte[] {'{', '}'}),
            BundlePart.of("evidence/log", log)));
    try (var bundle = READER.open(target)) {
      assertThat(bundle.bytes("evidence/log", log.length)).isEqualTo(log);
    }
  }

  @Test
  void a_record_alone_opens_with_the_signatures_beside_it() throws Exception {
    Files.writeString(folder.resolve("mine.json"), "{}");
    Files.writeString(folder.resolve("mine.json.olga@example.org.sig"), "sig");
    Files.writeString(folder.resolve("other.json.ada@example.org.sig"), "sig");
    try (var bundle = READER.open(folder.resolve("mine.json"))) {
      assertThat(bundle.form()).isEqualTo(Bundle.Form.BARE);
      assertThat(bundle.names())
          .containsExactly("release-record.json", "release-record.json.olga@example.org.sig");
    }
  }

  private Path zip(String... names) throws IOException {
    var file = Files.createTempFile(folder, "bundle", ".zip");
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (var name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write("bytes".getBytes(UTF_8));
        zip.closeEntry();
      }
    }
    return file;
  }

  private static int indexOf(byte[] bytes, byte[] what) {
    for (var i = 0; i <= bytes.length - what.length; i++) {
      if (java.util.Arrays.equals(bytes, i, i + what.length, what, 0, what.length)) {
        return i;
      }
    }
    throw new AssertionError("not there");
  }
}
