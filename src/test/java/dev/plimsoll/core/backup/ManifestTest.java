package dev.plimsoll.core.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.backup.Manifest.Facts;
import dev.plimsoll.core.backup.Manifest.Kind;
import dev.plimsoll.core.backup.Manifest.LogFacts;
import dev.plimsoll.core.backup.Manifest.Member;
import dev.plimsoll.core.backup.Manifest.Shape;
import dev.plimsoll.core.model.RestorePoint;
import dev.plimsoll.core.trust.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ManifestTest {
  private static final Instant ON = Instant.parse("2026-11-21T12:00:00.123Z");
  private static final String SHA = "ab".repeat(32);

  private static Manifest every() {
    return new Manifest(
        "shop",
        "app",
        ON,
        new RestorePoint.Of("1.4.0", "0f".repeat(20)),
        List.of(
            new Member("data", Shape.FOLDER, Kind.PLAIN, 0, 0755, ON, Facts.NONE),
            new Member(
                "data/app.db",
                Shape.FILE,
                Kind.SQLITE,
                4096,
                0640,
                ON.plusNanos(1),
                Facts.of(SHA, "stamp").counted(Map.of("orders", 3L, "Ärzte", 0L))),
            new Member(
                "data/ops.jsonl",
                Shape.FILE,
                Kind.LOG,
                1 << 20,
                0600,
                ON,
                new Facts(SHA, null, "s", new LogFacts(17, "aetherlink", "cafe"), new TreeMap<>())),
            new Member(
                "now",
                Shape.LINK,
                Kind.PLAIN,
                0,
                0777,
                ON,
                new Facts(null, "data/ops.jsonl", null, null, new TreeMap<>()))));
  }

  @Test
  void whatIsWrittenIsReadAgain() throws Exception {
    assertThat(ManifestReader.read(every().encoded())).isEqualTo(every());
    var unknown = new Manifest("shop", "app", ON, new RestorePoint.Of(null, null), List.of());
    assertThat(ManifestReader.read(unknown.encoded())).isEqualTo(unknown);
  }

  @Test
  void itIsCanonicalJson() {
    var bytes = every().encoded();
    var read = CanonicalJson.decodeObject(bytes, CanonicalJson.RECORD_MAX);
    assertThat(read.get("schema")).isEqualTo("plimsoll/backup/v1");
    assertThat(CanonicalJson.encode(read)).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "null",
        "{\"files\":[]}",
        "{\"files\":{},\"product\":\"x\"}",
        "{\"a\":1}",
        "not json"
      })
  void whatIsNoManifestIsRefused(String text) {
    assertThatThrownBy(() -> ManifestReader.read(text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(ManifestFault.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../x",
        "/x",
        "a/../b",
        "a//b",
        "a/./b",
        "C:/x",
        "c:x",
        "a\\\\b",
        "a/",
        ".",
        "x\\u0000y"
      })
  void aPathThatLeadsOutIsRefused(String path) {
    var text = text().replace("\"data/app.db\"", "\"" + path + "\"");
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(ManifestFault.class)
        .hasMessage("The manifest names a path that leads nowhere good.");
  }

  @Test
  void lyingOrStrangeMembersAreRefused() {
    refused(text().replace("\"size\":4096", "\"size\":-1"), "'size' is below 0.");
    refused(text().replace("\"size\":4096", "\"size\":4e3"), "'size' is no whole number.");
    refused(text().replace("\"shape\":\"link\"", "\"shape\":\"pipe\""), "nothing that is known");
    refused(text().replace("data/app.db", "data/ops.jsonl"), "names data/ops.jsonl twice");
    refused(text().replace("{\"commit\"", "{\"also\":\"x\",\"commit\""), "does not know");
    refused(text().replace("backup/v1", "backup/v2"), "another schema");
    refused(text().replace("\"0640\"", "\"rw-r--r--\""), "no mode");
    refused(text().replace("2026-11-21T12:00:00.123Z", "yesterday"), "a time that is none");
    refused(text().replace("\"product\":\"shop\"", "\"product\":\"\""), "does not say its product");
    refused(text() + " ", "not spelled in the one way");
    refused(text().replace("\"set\":\"app\"", "\"set\": \"app\""), "not spelled in the one way");
    refused(text() + "{}", "Something follows");
    refused("{\"files\":[" + "[".repeat(5000), "is no object");
  }

  @Test
  void whateverAByteBecomesItIsReadOrRefusedAndNothingElse() {
    var whole = every().encoded();
    var random = new Random(7);
    for (var round = 0; round < 20_000; round++) {
      var bytes = whole.clone();
      for (var n = 1 + random.nextInt(3); n > 0; n--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      try {
        assertThat(ManifestReader.read(bytes).encoded()).isEqualTo(bytes);
      } catch (ManifestFault fault) {
        assertThat(fault.sentence()).isNotBlank();
      }
    }
  }

  @Test
  void aHundredThousandMembersAreReadAgain() throws Exception {
    var members = new ArrayList<Member>();
    for (var n = 0; n < 100_000; n++) {
      members.add(
          new Member(
              "data/folder-%03d/file-%06d".formatted(n % 100, n),
              Shape.FILE,
              Kind.PLAIN,
              n,
              0644,
              ON,
              Facts.of(SHA, "stamp " + n)));
    }
    var manifest = new Manifest("shop", "app", ON, new RestorePoint.Of(null, null), members);
    assertThat(ManifestReader.read(manifest.encoded())).isEqualTo(manifest);
  }

  private static String text() {
    return new String(every().encoded(), StandardCharsets.UTF_8);
  }

  private static Manifest read(String text) throws ManifestFault {
    return ManifestReader.read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void refused(String text, String because) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(ManifestFault.class)
        .hasMessageContaining(because);
  }
}
