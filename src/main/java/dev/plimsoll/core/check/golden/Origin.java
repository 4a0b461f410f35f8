package dev.plimsoll.core.check.golden;

import dev.plimsoll.core.check.clause.Clause;
import dev.plimsoll.core.check.json.JsonDocument;
import dev.plimsoll.core.check.json.MalformedJsonException;
import dev.plimsoll.core.check.jsonpath.JsonPath;
import dev.plimsoll.core.check.jsonpath.JsonPathSyntaxException;
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
import org.jspecify.annotations.Nullable;

/// Where a reference comes from.
///
/// @param root the work tree's top folder
/// @param product the name of the thing that is released
/// @param computed the file that it computed, relative to the top, with `/`
record Origin(Path root, String product, String computed) {
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
    if (!reference.isFile()) {
      clauses.add(
          isTheThing(source)
              ? untold(name, "The reference comes from " + source.strip() + " itself.")
              : told(name, digest, shown(source)));
      return new Told(clauses);
    }
    var file = new RepositoryPaths(root).inside(source);
    if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
      clauses.add(untold(source, source + " is not there, or larger than 1 MiB."));
      return new Told(clauses);
    }
    var told = Files.readAllBytes(file);
    var said = said(new String(told, StandardCharsets.UTF_8), reference.path());
    // numbers do not say who computed them, unless a query asks for the place that does
    var isNumbers = source.equals(computed) || (reference.path() == null && source.equals(name));
    if (isNumbers || said.isBlank()) {
      clauses.add(untold(source, source + " does not say where the reference comes from."));
    } else if (isTheThing(said)) {
      clauses.add(untold(source, source + " says that the reference comes from " + said + "."));
    } else {
      clauses.add(
          told(name, digest, shown(said) + " (" + source + ", sha256 " + shortly(told) + ")"));
    }
    return new Told(clauses);
  }

  /// The product, or what it computed.
  private boolean isTheThing(String source) {
    return source.strip().equalsIgnoreCase(product) || source.strip().equals(computed);
  }

  /// The first line, or what a query gives; empty where there is nothing.
  private static String said(String text, @Nullable String path) {
    if (path == null) {
      return text.lines()
          .map(line -> line.replaceFirst("^#+\\s*", "").strip())
          .filter(line -> !line.isEmpty())
          .findFirst()
          .orElse("");
    }
    try {
      var nodes = JsonDocument.parse(text).select(JsonPath.parse(path));
      return nodes.size() == 1 ? Table.scalar(nodes.getFirst().value()) : "";
    } catch (MalformedJsonException | JsonPathSyntaxException unreadable) {
      return "";
    }
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
