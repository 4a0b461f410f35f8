package dev.plimsoll.core.trust;

import dev.plimsoll.core.model.Problem;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The trust file: whose key is whose, for what, and when. The format is OpenSSH's
/// `allowed_signers` (`ssh-keygen(1)`), read more strictly: a file that this class accepts means
/// the same to `ssh-keygen`, and one key is one principal. Immutable.
public final class AllowedSigners {
  private final List<Entry> entries;

  private AllowedSigners(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  /// One line of the file.
  ///
  /// @param principal the person's name
  /// @param keyType OpenSSH's name of the key's type
  /// @param fingerprint `SHA256:...`
  /// @param key the key when it can be verified here, that is, when it is an Ed25519 key
  /// @param namespaces the purposes the key may sign for; empty for every purpose
  /// @param validAfter the first moment at which it counts; absent for always
  /// @param validBefore the last moment at which it counts; absent for ever
  /// @param line from 1
  public record Entry(
      String principal,
      String keyType,
      String fingerprint,
      Optional<Ed25519PublicKey> key,
      List<String> namespaces,
      Optional<Instant> validAfter,
      Optional<Instant> validBefore,
      int line) {}

  /// What the file says about a key. Only [Known] is good news.
  public sealed interface Lookup {
    /// The reason code, empty for [Known].
    default Optional<TrustCode> code() {
      return switch (this) {
        case Known known -> Optional.empty();
        case Unknown unknown -> Optional.of(TrustCode.KEY_UNKNOWN);
        case Weak weak -> Optional.of(TrustCode.KEY_WEAK);
        case Expired expired -> Optional.of(TrustCode.KEY_EXPIRED);
        case NotYetValid early -> Optional.of(TrustCode.KEY_EXPIRED);
        case WrongNamespace wrong -> Optional.of(TrustCode.SIG_NAMESPACE);
      };
    }

    /// One sentence for a person.
    default String sentence() {
      return switch (this) {
        case Known known -> "The key belongs to " + known.principal() + ".";
        case Unknown unknown -> "The key " + unknown.fingerprint() + " is not in the trust file.";
        case Weak weak -> "Under the key " + weak.fingerprint() + " anybody can make signatures.";
        case Expired it -> "The key of " + it.principal() + " counted until " + it.until() + ".";
        case NotYetValid it -> "The key of " + it.principal() + " counts from " + it.from() + ".";
        case WrongNamespace it ->
            "The key of " + it.principal() + " may not sign for " + it.namespace() + ".";
      };
    }
  }

  /// This principal's key, good for this purpose at this time.
  public record Known(String principal) implements Lookup {}

  /// Nobody's key.
  public record Unknown(String fingerprint) implements Lookup {}

  /// A key that proves nothing, whoever claims it.
  public record Weak(String fingerprint) implements Lookup {}

  /// This principal's key, at a time after the last at which it counts.
  public record Expired(String principal, Instant until) implements Lookup {}

  /// This principal's key, at a time before the first at which it counts.
  public record NotYetValid(String principal, Instant from) implements Lookup {}

  /// This principal's key, which the file does not allow for this purpose.
  public record WrongNamespace(String principal, String namespace) implements Lookup {}

  /// Reads a trust file that means the same everywhere: a time in it has to end in `Z`.
  ///
  /// @param fileName as a person knows it, for the messages
  /// @throws Problem naming the first line that is not accepted; a file is read whole or not at all
  public static AllowedSigners parse(String text, String fileName) {
    return new AllowedSigners(new AllowedSignersParser(fileName, null).parse(text));
  }

  /// Reads a trust file in which times without `Z` are in the given zone, as OpenSSH takes them in
  /// the machine's own.
  ///
  /// @throws Problem naming the first line that is not accepted
  public static AllowedSigners parse(String text, String fileName, ZoneId zone) {
    return new AllowedSigners(new AllowedSignersParser(fileName, zone).parse(text));
  }

  /// A line for this person and key, without a line feed.
  ///
  /// @param namespaces the purposes it is for; empty for every purpose
  /// @throws Problem when the parser would not accept the line
  public static String line(String principal, Ed25519PublicKey key, List<String> namespaces) {
    String options =
        namespaces.isEmpty() ? "" : "namespaces=\"" + String.join(",", namespaces) + "\" ";
    String line = principal + " " + options + key.openSsh();
    List<Entry> read = new AllowedSignersParser("the new entry", null).parse(line);
    if (read.size() != 1
        || !read.getFirst().principal().equals(principal)
        || !read.getFirst().namespaces().equals(namespaces)) {
      throw Problem.of(
          "Trust entry not made",
          "\"" + Printable.of(principal) + "\" cannot be written as the name of a person.",
          "Use a name such as name@example.org.");
    }
    return line;
  }

  /// All lines, in the file's order.
  public List<Entry> entries() {
    return entries;
  }

  /// The line that gives this key to this principal.
  public Optional<Entry> find(String principal, Ed25519PublicKey key) {
    return find(key).filter(entry -> entry.principal().equals(principal));
  }

  /// The line of this key; there is never more than one.
  public Optional<Entry> find(Ed25519PublicKey key) {
    return entries.stream()
        .filter(entry -> entry.key().filter(key::equals).isPresent())
        .findFirst();
  }

  /// The key of a fingerprint, for looking up a DSSE keyid.
  public Optional<Ed25519PublicKey> keyOf(String fingerprint) {
    return entries.stream()
        .filter(entry -> entry.fingerprint().equals(fingerprint))
        .findFirst()
        .flatMap(Entry::key);
  }

  /// Whose key this is, for this purpose at this moment.
  public Lookup check(Ed25519PublicKey key, String namespace, Instant at) {
    if (key.isWeak()) {
      return new Weak(key.fingerprint());
    }
    @Nullable Entry entry = find(key).orElse(null);
    if (entry == null) {
      return new Unknown(key.fingerprint());
    }
    if (!entry.namespaces().isEmpty() && !entry.namespaces().contains(namespace)) {
      return new WrongNamespace(entry.principal(), namespace);
    }
    if (entry.validAfter().filter(at::isBefore).isPresent()) {
      return new NotYetValid(entry.principal(), entry.validAfter().get());
    }
    if (entry.validBefore().filter(at::isAfter).isPresent()) {
      return new Expired(entry.principal(), entry.validBefore().get());
    }
    return new Known(entry.principal());
  }
}
