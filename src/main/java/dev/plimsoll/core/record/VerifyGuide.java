package dev.plimsoll.core.record;

import dev.plimsoll.core.record.ReleaseRecord.Approved;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// `VERIFY.md`: how to check the bundle with OpenSSH and OpenSSL alone, with commands to paste.
final class VerifyGuide {
  private static final DateTimeFormatter VERIFY_TIME =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private VerifyGuide() {}

  static String markdown(Rendering rendering) {
    var record = rendering.record();
    var log = record.ground().auditLog();
    return Template.of("VERIFY.md")
        .fill(
            Map.ofEntries(
                Map.entry("title", plain(rendering.title())),
                Map.entry("sha256", rendering.statement().sha256()),
                Map.entry("outcome", record.identity().outcome().words()),
                Map.entry("commit", record.commit().map(VerifyGuide::plain).orElse("none")),
                Map.entry("sealedOn", Rendering.time(rendering.sealedOn())),
                Map.entry("signers", joined(rendering.signers(), ", ", it -> plain(it.who()))),
                Map.entry("count", String.valueOf(rendering.signers().size())),
                Map.entry(
                    "signatures", joined(rendering.signers(), "", it -> signature(it, rendering))),
                Map.entry("dsse", dsse(rendering.signers())),
                Map.entry("signoffs", signOffs(record.signoffs())),
                Map.entry("verifiers", verifiers()),
                Map.entry("size", String.valueOf(log.size())),
                Map.entry("last", String.valueOf(log.size() - 1)),
                Map.entry("cannot", joined(CannotProve.of(record), "\n", it -> "- " + it))));
  }

  private static String signature(Signing signing, Rendering rendering) {
    return Template.of("verify-signature.md")
        .fill(
            Map.of(
                "who", plain(signing.who()),
                "principal", quoted(signing.signatory().principal()),
                "file", signing.file(),
                "time", VERIFY_TIME.format(rendering.sealedOn())));
  }

  private static String dsse(List<Signing> signers) {
    var signed = signers.stream().filter(Signing::inDsse).toList();
    var without =
        joined(
            signers.stream().filter(it -> !it.inDsse()).toList(),
            "",
            it ->
                plain(it.who())
                    + " could not sign the envelope with the key at hand; the signature above is"
                    + " the only one.\n\n");
    return signed.isEmpty()
        ? without
        : Template.of("verify-dsse.md").fill(Map.of())
            + joined(signed, "", VerifyGuide::dsse)
            + without;
  }

  private static String dsse(Signing signing) {
    return Template.of("verify-dsse-signature.md")
        .fill(
            Map.of(
                "who", plain(signing.who()),
                "principal", quoted(signing.signatory().principal()),
                "fingerprint", signing.fingerprint()));
  }

  private static String signOffs(List<Approved> signoffs) {
    return joined(
        signoffs,
        "",
        it ->
            Template.of("verify-signoff.md")
                .fill(
                    Map.of(
                        "who",
                        plain(
                            it.printedName()
                                + " ("
                                + it.principal()
                                + ") as "
                                + it.role()
                                + ": "
                                + it.meaning()),
                        "principal",
                        quoted(it.principal()),
                        "digest",
                        it.statement())));
  }

  private static String verifiers() {
    return joined(
        StandaloneVerifier.all(), "\n", it -> "| `" + it.name() + "` | `" + it.sha256() + "` |");
  }

  private static <T> String joined(List<T> items, String between, Function<T, String> text) {
    return items.stream().map(text).collect(Collectors.joining(between));
  }

  /// A word for a POSIX shell, whatever is in it.
  static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }

  /// Foreign text on one line of Markdown, as text.
  private static String plain(String foreign) {
    var out = new StringBuilder();
    foreign
        .codePoints()
        .forEach(c -> {
          if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
            out.append(' ');
          } else {
            if ("\\`*_{}[]<>|#".indexOf(c) >= 0) {
              out.append('\\');
            }
            out.appendCodePoint(c);
          }
        });
    return out.toString();
  }
}
