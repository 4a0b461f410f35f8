package dev.plimsoll.core.audit.foreign;

import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.Recipe;
import dev.plimsoll.core.model.Recipe.Algorithm;
import dev.plimsoll.core.model.Recipe.Genesis;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Makes the hash texts of a recipe. For one thread.
final class HashMaking {
  private static final String HMAC = "HmacSHA256";

  private final Recipe recipe;
  private final int digits;
  private final Hashing hashing;
  private final Pattern shape;

  private interface Hashing {
    byte[] of(byte[] input);
  }

  /// @throws Problem where the key of a keyed hash is not at hand
  HashMaking(Recipe recipe, HashKeys keys) {
    this.recipe = recipe;
    var whole = recipe.algorithm().digits();
    this.digits = recipe.truncate() == null ? whole : Math.min(recipe.truncate(), whole);
    this.hashing = hashing(recipe.algorithm(), keys);
    this.shape = Pattern.compile(Pattern.quote(recipe.textPrefix()) + "[0-9a-f]{" + digits + "}");
  }

  /// The hash text of some bytes: prefix, then lower-case hexadecimal digits.
  String of(byte[] input) {
    return text(hashing.of(input));
  }

  /// Whether a text could be a hash text of this recipe.
  boolean isShaped(String text) {
    return shape.matcher(text).matches();
  }

  /// What a hash text looks like, for a sentence.
  String shape() {
    var prefix = recipe.textPrefix();
    return (prefix.isEmpty() ? "" : prefix + " and ") + digits + " lower-case hexadecimal digits";
  }

  /// What entry 0 names as the one before; null for JSON null.
  @Nullable String genesis() {
    return switch (recipe.genesis()) {
      case Genesis.Null() -> null;
      case Genesis.Literal(var text) -> text;
      case Genesis.Sha256Of(var text) ->
          text(digest("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    };
  }

  /// A head that somebody kept with or without the prefix, as this recipe spells it.
  String spelled(String head) {
    if (head.startsWith(recipe.textPrefix()) && !recipe.textPrefix().isEmpty()) {
      return head;
    }
    var bare = head.startsWith("0x") ? head.substring(2) : head.substring(head.indexOf(':') + 1);
    return recipe.textPrefix() + bare;
  }

  private String text(byte[] hash) {
    var hex = HexFormat.of().formatHex(hash);
    return recipe.textPrefix() + hex.substring(0, Math.min(digits, hex.length()));
  }

  private static Hashing hashing(Algorithm algorithm, HashKeys keys) {
    return switch (algorithm) {
      case Algorithm.Digest(var name, var bits) -> digest(name)::digest;
      case Algorithm.HmacSha256(var secret) -> mac(secret, keys)::doFinal;
    };
  }

  private static MessageDigest digest(String name) {
    try {
      return MessageDigest.getInstance(name);
    } catch (NoSuchAlgorithmException e) {
      throw Problem.of(
          "Recipe not supported", "This Java has no " + name + ".", "Use one that has it.", e);
    }
  }

  private static Mac mac(String secret, HashKeys keys) {
    var key = keys.key(secret);
    if (key == null || key.length == 0) {
      throw Problem.of(
          "Key not at hand",
          "The hashes are keyed, and the secret " + secret + " has no value.",
          "Give it in the environment as " + secret + ", and verify again.");
    }
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac;
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw noMac(e);
    }
  }

  private static Problem noMac(GeneralSecurityException e) {
    return Problem.of(
        "Recipe not supported", "This Java cannot make an HMAC.", "Use one that can.", e);
  }
}
