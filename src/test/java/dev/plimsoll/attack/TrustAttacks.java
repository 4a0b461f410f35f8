package dev.plimsoll.attack;

import dev.plimsoll.core.audit.SeededKey;
import dev.plimsoll.core.record.SealedSample;
import dev.plimsoll.core.trust.Ed25519PublicKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A sound bundle against a trust file that says too much, too little or two things at once.
final class TrustAttacks {
  private static final String GROUP = "Trust files";
  private static final String TIMES = "Keys and their time";
  private static final Said REFUSED = Said.open("ccepted");
  private static final Said EXPIRED = Said.failed("KEY_EXPIRED");
  private static final String MIXED =
      "16b981d0b88cdf3ab9fa87190822fe4905b475efda3aec7c34abfa92c19320f4";

  private final List<Attack> all = new ArrayList<>();

  static List<Attack> all() {
    var attacks = new TrustAttacks();
    attacks.options();
    attacks.names();
    attacks.keys();
    attacks.times();
    return attacks.all;
  }

  private Attack add(String group, String name, Said said, UnaryOperator<String> change) {
    return attack(group, name, said, null, change);
  }

  private Attack attack(
      String group, String name, Said said, @Nullable Instant at, UnaryOperator<String> change) {
    return Attack.of(
        group,
        name,
        said,
        folder -> {
          var scene = Bundles.scene(folder, null, bundle -> {});
          write(folder, change.apply(Bundles.SAMPLE.allowedSigners()));
          return scene.with(new Scene.Extra(at, null, null, null, null));
        });
  }

  private static void write(Path folder, String text) throws IOException {
    Files.write(folder.resolve("allowed_signers"), text.getBytes(StandardCharsets.UTF_8));
  }

  private void refused(String name, UnaryOperator<String> change) {
    all.add(add(GROUP, name, REFUSED, change).shell(Said.open("")));
  }

  private static String option(String option) {
    return Bundles.SAMPLE.allowedSigners().replaceFirst("namespaces=\"", option + ",namespaces=\"");
  }

  private void options() {
    refused("an option that nobody knows", text -> option("trusted=\"yes\""));
    refused("an option without quotation marks", text -> option("valid-before=20990101Z"));
    refused("an option that stands twice", text -> option("namespaces=\"git\""));
    refused(
        "a gap after a comma",
        text -> text.replaceFirst("dev\" ", "dev\", valid-after=\"20200101Z\" "));
    refused("cert-authority", text -> option("cert-authority"));
    refused("no-touch-required, an option of another file", text -> option("no-touch-required"));
    refused(
        "a pattern for namespaces",
        text -> text.replaceFirst("namespaces=\"[^\"]*\"", "namespaces=\"*\""));
    refused(
        "an empty namespace",
        text -> text.replaceFirst("namespaces=\"[^\"]*\"", "namespaces=\"\""));
    refused("a time without Z", text -> option("valid-before=\"20990101\""));
    refused("a time of letters", text -> option("valid-before=\"tomorrow\""));
    refused(
        "valid-before ahead of valid-after",
        text -> option("valid-after=\"20990101Z\",valid-before=\"20200101Z\""));
    refused("a quotation mark that is not closed", text -> text.replaceFirst("dev\" ", "dev "));
    refused(
        "a backslash in an option",
        text -> text.replaceFirst("namespaces=\"", "namespaces=\"\\\\\\\\\""));
  }

  private void names() {
    refused("a pattern for everybody", text -> text.replaceFirst("olga@example.org", "*"));
    refused(
        "two principals on a line",
        text -> text.replaceFirst("olga@example.org", "olga@example.org,ada@example.org"));
    refused(
        "a principal in quotation marks",
        text -> text.replaceFirst("olga@example.org", "\"olga@example.org\""));
    refused(
        "one key for two principals",
        text ->
            text.replaceFirst(
                "(?m)^ada.*$", text.lines().findFirst().orElseThrow().replace("olga", "ada")));
    refused(
        "an invisible character in a principal", text -> text.replaceFirst("olga@", "olga\u200b@"));
    refused(
        "an escape sequence for the terminal in a principal",
        text -> text.replaceFirst("olga@", "olga\u001b[2K@"));
    refused("a byte order mark", text -> "\ufeff" + text);
    refused("a line without a key", text -> text + "eve@example.org\n");
    refused(
        "a type of key that nobody knows", text -> text.replaceFirst("ssh-ed25519", "ssh-ed25520"));
    all.add(add(GROUP, "it is empty", Said.failed("KEY_UNKNOWN"), text -> ""));
    all.add(
        add(
            GROUP,
            "a signer is not in it",
            Said.failed("KEY_UNKNOWN"),
            text -> text.lines().findFirst().orElseThrow() + "\n"));
    all.add(
        add(
            GROUP,
            "a principal's name in other capitals",
            Said.failed("KEY_UNKNOWN"),
            text -> text.replace("ada@example.org", "Ada@example.org")));
  }

  private void keys() {
    refused("a key of low order", text -> text + line(new NeutralKey().publicKey()));
    refused(
        "a key of low order, spelled otherwise",
        text -> text + line(key("ee" + "ff".repeat(30) + "7f")));
    all.add(
        add(
                GROUP,
                "a key of mixed order for a signer",
                REFUSED,
                text -> text.replaceFirst("(?m)^ada.*$", line(key(MIXED)).strip()))
            .shell(Said.failed("KEY_UNKNOWN")));
    all.add(
        add(
                GROUP,
                "a key that is no point of the curve",
                REFUSED,
                text -> text + line(key("02" + "00".repeat(31))))
            .shell(Said.blind("NOTHING_TO_COMPARE")));
    refused(
        "a key of 31 bytes",
        text -> text.replaceFirst("AAAAC3NzaC1lZDI1NTE5AAAAI.", "AAAAC3NzaC1lZDI1NTE5AAAAH"));
    refused("a key in Base64 that is cut off", text -> text.replaceFirst("(?m).$", ""));
    all.add(
        add(
            GROUP,
            "another key for a signer",
            Said.failed("KEY_UNKNOWN"),
            text ->
                text.replaceFirst(
                    "(?m)^ada.*$",
                    SealedSample.line("ada@example.org", new SeededKey(66)).strip())));
    all.add(
        add(
            GROUP,
            "the keys of two signers exchanged",
            Said.failed("KEY_UNKNOWN"),
            text -> text.replace("olga@", "%").replace("ada@", "olga@").replace("%", "ada@")));
  }

  private static Ed25519PublicKey key(String hex) {
    return Ed25519PublicKey.fromRaw(HexFormat.of().parseHex(hex));
  }

  private static String line(Ed25519PublicKey key) {
    return "ada@example.org " + key.openSsh() + "\n";
  }

  private void times() {
    var sealed = Bundles.SAMPLE.now();
    all.add(
        attack(
            TIMES,
            "a signer's key has expired since",
            EXPIRED,
            sealed.plus(Duration.ofDays(60)),
            text -> option("valid-before=\"20260401Z\"")));
    all.add(
        attack(
            TIMES,
            "the same, as of the time of the sealing, which is its own word",
            Said.blind("NOTHING_TO_COMPARE"),
            sealed,
            text -> option("valid-before=\"20260401Z\"")));
    all.add(
        attack(
            TIMES,
            "a signer's key was revoked before, the sealing dated back",
            EXPIRED,
            sealed,
            text -> option("valid-before=\"20260201Z\"")));
    all.add(
        attack(
            TIMES,
            "a signer's key counts only later",
            EXPIRED,
            sealed,
            text -> option("valid-after=\"20270101Z\"")));
    all.add(
        attack(
            TIMES,
            "a signer's key may sign for git alone",
            Said.failed("SIG_NAMESPACE"),
            sealed,
            text ->
                text.replaceFirst("(?m)^(ada.*)namespaces=\"[^\"]*\"", "$1namespaces=\"git\"")));
    all.add(
        attack(
            TIMES,
            "an approver's key may sign records, but no sign-offs",
            Said.failed("SIG_NAMESPACE"),
            sealed,
            text ->
                text.replaceFirst(
                    "(?m)^(ada.*)namespaces=\"[^\"]*\"",
                    "$1namespaces=\"release-record@plimsoll.dev\"")));
    all.add(
        tagged(
            "a tag dated back that the record does not name, with a good checkpoint",
            Said.failed("ARTIFACT_MISMATCH")));
  }

  /// The release tag made again, by somebody whose key no longer counts, with an old date in it.
  private static Attack tagged(String name, Said said) {
    return Attack.of(
            TIMES,
            name,
            said,
            folder -> {
              var tag =
                  "object "
                      + "4be19f7a".repeat(5)
                      + "\n"
                      + "type commit\n"
                      + "tag v1.4.2\n"
                      + "tagger Eve <eve@example.org> 1262304000 +0000\n\n"
                      + "1.4.2\n\n"
                      + "-----BEGIN AUDIT CHECKPOINT-----\n"
                      + Bundles.own().encode()
                      + "-----END AUDIT CHECKPOINT-----\n";
              var file = Files.writeString(folder.resolve("tag.txt"), tag);
              return Bundles.scene(folder, null, bundle -> {})
                  .with(new Scene.Extra(null, null, file, null, null));
            })
        .shell(Said.notAsked("reads no tags: compare `git rev-parse` with `gitTag`"));
  }
}
