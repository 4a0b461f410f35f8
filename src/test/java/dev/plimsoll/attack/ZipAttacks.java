package dev.plimsoll.attack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/// Bundles whose zip is made to do harm. Nothing of them may be unpacked.
final class ZipAttacks {
  private static final String GROUP = "The zip of a bundle";
  private static final byte[] EVIL = "evil".getBytes(UTF_8);
  private static final Said REFUSED = Said.open("twice");

  private final List<Attack> all = new ArrayList<>();

  static List<Attack> all() {
    var attacks = new ZipAttacks();
    attacks.names();
    attacks.twice();
    attacks.sizes();
    attacks.damaged();
    return attacks.all;
  }

  private interface Packing {
    void into(RawZip zip);
  }

  private Attack packed(String name, Said said, Packing more, UnaryOperator<byte[]> then) {
    var attack = attack(name, said, more, then);
    all.add(attack);
    return attack;
  }

  /// Plimsoll, which never unpacks, goes on where `verify.sh` stops.
  private void core(
      String name, String code, Packing more, UnaryOperator<byte[]> then, Said python) {
    all.add(attack(name, Said.failed(code), more, then).shell(Said.open("")).python(python));
  }

  private static Attack attack(String name, Said said, Packing more, UnaryOperator<byte[]> then) {
    return Attack.of(
        GROUP,
        name,
        said,
        folder -> {
          var zip = new RawZip();
          Bundles.SAMPLE.bundle().files().forEach(zip::add);
          more.into(zip);
          var file = folder.resolve("customer-ops-1.4.2.release.zip");
          Files.write(file, then.apply(zip.bytes()));
          return Scene.bundle(file, Bundles.trust(folder), null);
        });
  }

  private void refused(String name, String entry) {
    packed(name, Said.open(""), zip -> zip.add(entry, EVIL), bytes -> bytes);
  }

  private void names() {
    packed(
        "written byte by byte, and sound", Said.blind("NOTHING_TO_COMPARE"), zip -> {}, it -> it);
    refused("a name that leads one folder up", "../evil");
    refused("a name that leads out of a folder of the bundle", "evidence/../../evil");
    refused("an absolute name", "/tmp/evil");
    refused("a name with a drive", "C:\\evil");
    refused("a name with backslashes", "..\\evil");
    refused("a hidden name", ".bashrc");
    refused("a hidden name in a folder", "evidence/.hidden");
    refused("a folder that no bundle has", "bin/evil");
    refused("a folder in a folder", "evidence/deep/evil");
    refused("a name with a line feed", "evil\nrelease-record.json");
    refused("a name with an escape sequence for the terminal", "\u001b[2Jevil");
    refused("a name with a letter that looks like another", "release-record.jsоn");
    refused("a name with a space", "release-record.json ");
    refused("a name of a thousand letters", "e".repeat(1000));
    packed(
        "a name that is an option of a program",
        Said.failed("ARTIFACT_MISMATCH"),
        zip -> zip.add("-rf", EVIL),
        it -> it);
  }

  private void twice() {
    packed("the record stands twice", REFUSED, zip -> zip.add(Bundles.RECORD, EVIL), it -> it);
    packed("the log stands twice", REFUSED, zip -> zip.add(Bundles.AUDIT, EVIL), it -> it);
    packed(
        "two names that differ by capitals alone",
        REFUSED,
        zip -> zip.add(Bundles.RECORD.toUpperCase(Locale.ROOT), EVIL),
        it -> it);
    core(
        "the list names another file than stands there",
        "ARTIFACT_MISMATCH",
        zip -> zip.add("evidence/" + "e".repeat(64), "report2.html", EVIL, 0100644),
        it -> it,
        Said.failed("ARTIFACT_MISMATCH"));
    core(
        "a link",
        "ARTIFACT_MISMATCH",
        zip -> zip.add("evidence/link", "evidence/link", "/etc/passwd".getBytes(UTF_8), 0120777),
        it -> it,
        Said.open("no name"));
  }

  private void sizes() {
    packed(
        "a file that unpacks a thousand times as large",
        Said.open(""),
        zip -> zip.add("evidence/bomb", new byte[8 << 20]),
        it -> it);
  }

  private void damaged() {
    packed(
        "it is cut in the middle",
        Said.open(""),
        zip -> {},
        bytes -> Arrays.copyOf(bytes, bytes.length / 2));
    packed(
        "its list at the end is cut off",
        Said.open(""),
        zip -> {},
        bytes -> Arrays.copyOf(bytes, bytes.length - 22));
    core("it is empty", "SIG_THRESHOLD", zip -> {}, bytes -> new byte[0], Said.open("neither"));
    packed("it is no zip at all", Said.open(""), zip -> {}, bytes -> "PK\3\4 no".getBytes(UTF_8));
  }
}
