package dev.plimsoll.core.trust;

import dev.plimsoll.core.model.Problem;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads `allowed_signers` line by line: `principal [options] keytype base64 [comment]`. Used once
/// per file.
final class AllowedSignersParser {
  private static final int LARGEST = 1024 * 1024;

  private final String fileName;
  private final @Nullable ZoneId zone;
  private final Map<String, AllowedSigners.Entry> byFingerprint = new HashMap<>();

  /// @param zone of times without `Z`; null to refuse such times
  AllowedSignersParser(String fileName, @Nullable ZoneId zone) {
    this.fileName = fileName;
    this.zone = zone;
  }

  List<AllowedSigners.Entry> parse(String text) {
    if (text.length() > LARGEST) {
      throw refused(1, new Malformed("the file is larger than 1 MiB"));
    }
    List<AllowedSigners.Entry> entries = new ArrayList<>();
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      try {
        String content = stripped(line);
        if (!content.isEmpty() && !content.startsWith("#")) {
          AllowedSigners.Entry entry = entry(content, number);
          refuseSecond(entry, byFingerprint.put(entry.fingerprint(), entry));
          entries.add(entry);
        }
      } catch (Malformed e) {
        throw refused(number, e);
      }
    }
    return entries;
  }

  private Problem refused(int line, Malformed e) {
    return Problem.of(
        "Trust file not accepted",
        fileName + ":" + line + ": " + e.reason() + ".",
        "Correct this line; until then nobody in the file is trusted.");
  }

  private static String stripped(String line) throws Malformed {
    String content = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    if (!content.codePoints().allMatch(c -> c == '\t' || Printable.isVisible(c))) {
      throw new Malformed("something invisible stands in it");
    }
    return content.strip();
  }

  private AllowedSigners.Entry entry(String line, int number) throws Malformed {
    String[] halves = line.split("[ \t]+", 2);
    String principal = principal(halves[0]);
    if (halves.length < 2) {
      throw new Malformed("the key of " + principal + " is missing");
    }
    String rest = halves[1];
    SignerOptions options = SignerOptions.NONE;
    if (!KeyTypes.isKnown(firstWord(rest))) {
      int end = SignerOptions.end(rest);
      options = SignerOptions.parse(rest.substring(0, end), zone);
      rest = rest.substring(end).strip();
      if (!KeyTypes.isKnown(firstWord(rest))) {
        throw new Malformed(
            "\""
                + Printable.of(firstWord(rest))
                + "\" is no type of key; options are joined by commas without gaps");
      }
    }
    PublicKeyLine key = PublicKeyLine.parse(rest);
    return new AllowedSigners.Entry(
        principal,
        key.type(),
        PublicKeyLine.fingerprint(key.blob()),
        ed25519(key),
        options.namespaces(),
        options.validAfter(),
        options.validBefore(),
        number);
  }

  private static String firstWord(String text) {
    return text.split("[ \t]", 2)[0];
  }

  private static Optional<Ed25519PublicKey> ed25519(PublicKeyLine line) throws Malformed {
    if (!line.type().equals(Ed25519PublicKey.TYPE)) {
      return Optional.empty();
    }
    Ed25519PublicKey key = Ed25519PublicKey.readBlob(line.blob());
    if (key.isWeak()) {
      throw new Malformed("the key is weak: anybody can make signatures under it");
    }
    return Optional.of(key);
  }

  private static String principal(String word) throws Malformed {
    if (word.contains(",")) {
      throw new Malformed("one key is one person here, and \"" + word + "\" names several");
    }
    if (word.chars().anyMatch(c -> "*?!".indexOf(c) >= 0)) {
      throw new Malformed("a principal is a name and no pattern: \"" + word + "\"");
    }
    if (word.contains("\"")) {
      throw new Malformed("a principal stands without quotation marks");
    }
    return word;
  }

  private static void refuseSecond(
      AllowedSigners.Entry entry, AllowedSigners.@Nullable Entry earlier) throws Malformed {
    if (earlier != null) {
      throw new Malformed(
          "the key of "
              + entry.principal()
              + " stands in line "
              + earlier.line()
              + " already, as that of "
              + earlier.principal());
    }
  }
}
