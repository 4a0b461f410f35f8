package dev.plimsoll.core.check.golden;

import dev.plimsoll.core.check.clause.Clause;
import dev.plimsoll.core.check.paths.RepositoryPaths;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Position;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/// Where a reference comes from.
///
/// @param root the work tree's top folder
/// @param product the name of the thing that is released
record Origin(Path root, String product) {
  private static final int SHOWN = 120;
  private static final long LARGEST = 1L << 20;

  record Told(List<Clause> clauses) {}

  Told of(Golden.Reference reference, UnaryOperator<String> resolve, byte[] bytes)
      throws IOException {
    var clauses = new ArrayList<Clause>();
    var name = resolve.apply(reference.file());
    var digest = sha256(bytes);
    if (reference.sha256() != null && !digest.equals(reference.sha256().toLowerCase(Locale.ROOT))) {
      clauses.add(
          Clause.broken(
              "the reference was changed",
              Finding.error(
                  name + " has the digest " + digest + ", not " + reference.sha256() + ".",
                  Position.of(name),
                  "See who changed it and why; then correct the file or the digest.")));
    }
    var source = resolve.apply(reference.provenance());
    if (reference.isFile()) {
      var file = new RepositoryPaths(root).inside(source);
      if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
        clauses.add(untold(source, source + " is not there, or larger than 1 MiB."));
        return new Told(clauses);
      }
      var told = Files.readAllBytes(file);
      var first =
          new String(told, StandardCharsets.UTF_8)
              .lines()
              .map(line -> line.replaceFirst("^#+\\s*", "").strip())
              .filter(line -> !line.isEmpty())
              .findFirst();
      if (first.isEmpty()) {
        clauses.add(untold(source, source + " is empty."));
        return new Told(clauses);
      }
      clauses.add(
          told(
              name,
              digest,
              shown(first.get()) + " (" + source + ", sha256 " + shortly(told) + ")"));
    } else if (source.strip().equalsIgnoreCase(product)) {
      clauses.add(untold(name, "The reference comes from " + product + " itself."));
    } else {
      clauses.add(told(name, digest, shown(source)));
    }
    return new Told(clauses);
  }

  private static Clause told(String name, String digest, String source) {
    return Clause.held(
        "reference " + name + " (sha256 " + digest.substring(0, 12) + ") from " + source);
  }

  private static Clause untold(String place, String sentence) {
    return Clause.broken(
        "the reference has no origin",
        Finding.error(
            sentence, Position.of(place), "Say who computed the reference, with what and when."));
  }

  private static String shown(String text) {
    var line = text.strip().lines().findFirst().orElse("");
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "...";
  }

  private static String shortly(byte[] bytes) {
    return sha256(bytes).substring(0, 12);
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
