package dev.plimsoll.core.record;

import dev.plimsoll.core.trust.Ed25519PublicKey;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What the files of a bundle are called (docs/formats/release-record.md, "The bundle").
final class BundleNames {
  static final String RECORD = "release-record.json";
  static final String DSSE = "release-record.dsse.json";
  static final String ATTESTATIONS = "attestations.intoto.jsonl";
  static final String AUDIT = "audit.jsonl";
  static final String CHECKPOINT = "checkpoint";
  static final String REPORT = "report.html";
  static final String GUIDE = "VERIFY.md";
  static final String PROJECT = "checklists/project.yaml";
  static final String CHECKLISTS = "checklists/";
  static final String SIGNOFFS = "signoffs/";
  static final String EVIDENCE = "evidence/";
  static final String SIGNATURE_SUFFIX = ".sig";

  /// Every name in a bundle: at most one folder deep, nothing that a file system or a shell could
  /// misread.
  private static final Pattern NAME =
      Pattern.compile("(?:(?:checklists|signoffs|evidence)/)?[A-Za-z0-9._@+-]{1,200}");

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._@+-]{1,100}");

  private BundleNames() {}

  static boolean isName(String name) {
    return NAME.matcher(name).matches() && !file(name).startsWith(".");
  }

  /// The file of a person's signature: the principal where it can be a file's name and nobody
  /// else's differs from it by upper and lower case alone, else the key's fingerprint.
  ///
  /// @param taken names given before, in lower case; the new one is added
  static String signature(String principal, Ed25519PublicKey key, Set<String> taken) {
    var name = RECORD + "." + principal + SIGNATURE_SUFFIX;
    if (PLAIN.matcher(principal).matches() && taken.add(name.toLowerCase(Locale.ROOT))) {
      return name;
    }
    var fingerprint = RECORD + "." + fingerprint(key) + SIGNATURE_SUFFIX;
    taken.add(fingerprint.toLowerCase(Locale.ROOT));
    return fingerprint;
  }

  /// `SHA256-` and the fingerprint's Base64 with `_` for `/`.
  static String fingerprint(Ed25519PublicKey key) {
    return key.fingerprint().replace(':', '-').replace('/', '_');
  }

  static boolean isSignature(String name) {
    return name.startsWith(RECORD + ".") && name.endsWith(SIGNATURE_SUFFIX);
  }

  static String signOff(String sha256) {
    return SIGNOFFS + sha256 + ".json";
  }

  static String evidence(String sha256) {
    return EVIDENCE + sha256;
  }

  /// `checklists/<id>.yaml`; the digest's beginning is added where that name is taken.
  static String checklist(String id, String sha256, Set<String> taken) {
    var name = CHECKLISTS + (PLAIN.matcher(id).matches() ? id : sha256) + ".yaml";
    if (taken.add(name.toLowerCase(Locale.ROOT))) {
      return name;
    }
    var longer = name.replace(".yaml", "-" + sha256.substring(0, 12) + ".yaml");
    taken.add(longer.toLowerCase(Locale.ROOT));
    return longer;
  }

  /// The name without its folder.
  static String file(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  static String mediaType(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "json" -> "application/json";
      case "jsonl" -> "application/jsonl";
      case "html" -> "text/html; charset=utf-8";
      case "md" -> "text/markdown; charset=utf-8";
      case "yaml" -> "application/yaml";
      default -> "text/plain; charset=utf-8";
    };
  }

  /// `<product>-<version>.release.zip`
  static String bundle(String product, String version) {
    return (product + "-" + version).replaceAll("[^A-Za-z0-9._@+-]", "-") + ".release.zip";
  }
}
