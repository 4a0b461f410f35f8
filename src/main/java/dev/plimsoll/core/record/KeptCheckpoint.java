package dev.plimsoll.core.record;

import dev.plimsoll.core.audit.Checkpoint;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.trust.Printable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A checkpoint that a verifier brings along.
///
/// @param tag the release tag whose message carries it, or null where it was kept as a file
public record KeptCheckpoint(Checkpoint checkpoint, @Nullable Tag tag) {
  private static final Pattern BLOCK =
      Pattern.compile(
          "-----BEGIN AUDIT CHECKPOINT-----\n(.*?)-----END AUDIT CHECKPOINT-----", Pattern.DOTALL);
  private static final Pattern TAG =
      Pattern.compile("object [0-9a-f]{40,64}\ntype [a-z]+\ntag ([^\n]+)\n");

  /// A tag object of git.
  ///
  /// @param sha1 its name in a repository of that kind, lower-case hex
  /// @param sha256 its name in a repository of that kind, lower-case hex
  public record Tag(String name, String sha1, String sha256) {
    boolean isNamed(String digest) {
      return digest.equals(sha1) || digest.equals(sha256);
    }
  }

  /// Reads a checkpoint as it lies in a bundle, or every one in a tag object (`git cat-file tag
  /// v1.4.2`, with every byte).
  ///
  /// @return at least one
  /// @throws Problem where the file holds none, or one that cannot be read
  public static List<KeptCheckpoint> parse(byte[] file) {
    var text = new String(file, StandardCharsets.UTF_8);
    var header = TAG.matcher(text);
    if (!header.lookingAt()) {
      return List.of(new KeptCheckpoint(Checkpoint.parse(text), null));
    }
    var tag = new Tag(header.group(1), objectName("SHA-1", file), objectName("SHA-256", file));
    var kept =
        BLOCK
            .matcher(text)
            .results()
            .map(block -> new KeptCheckpoint(Checkpoint.parse(block.group(1)), tag))
            .toList();
    if (kept.isEmpty()) {
      throw Problem.of(
          "Checkpoint not readable",
          "The message of tag " + Printable.of(tag.name()) + " carries no checkpoint.",
          "Give a checkpoint that you kept, or a tag that Plimsoll made.");
    }
    return kept;
  }

  private static String objectName(String algorithm, byte[] tag) {
    try {
      var digest = MessageDigest.getInstance(algorithm);
      digest.update(("tag " + tag.length + "\0").getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(digest.digest(tag));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has " + algorithm, e);
    }
  }
}
