package dev.plimsoll.core.audit.foreign;

import dev.plimsoll.core.checklist.Recipes;
import dev.plimsoll.core.model.Recipe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Recipes and chains for tests.
final class Chains {
  /// The key of every HMAC chain among the fixtures.
  static final HashKeys KEYS =
      secret -> "test-key-for-verification".getBytes(StandardCharsets.UTF_8);

  /// Committed chains, made by `make_chains.py` beside them.
  static final Path FOLDER =
      Path.of("src", "test", "resources", "dev", "plimsoll", "core", "audit", "foreign");

  private Chains() {}

  static Recipe recipe(String name) {
    return Recipes.builtIn().all().stream()
        .filter(recipe -> recipe.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no recipe " + name));
  }

  static ForeignVerdict verdict(Path file, Recipe recipe, Anchor... anchors) {
    return new ForeignVerification(file, recipe, Known.of(anchors).with(KEYS)).run();
  }

  /// Of some bytes, in a file of that name.
  static ForeignVerdict verdict(Path file, byte[] bytes, Recipe recipe, Anchor... anchors) {
    try {
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return verdict(file, recipe, anchors);
  }
}
