package dev.plimsoll.core.trust;

import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// OpenSSH private key files: opening, making and finding them. Files made here are read by
/// `ssh-keygen` and `ssh-add`. Stateless and safe for any number of threads, but two makers of the
/// same file do not both succeed.
public final class KeyFiles {
  private static final int LARGEST = 64 * 1024;

  private KeyFiles() {}

  /// A key pair that was just written.
  ///
  /// @param privateFile the private key, readable by its owner only
  /// @param publicFile the same name with `.pub`
  public record Created(Path privateFile, Path publicFile, Ed25519PublicKey publicKey) {}

  /// Opens a private key; the source is asked only when the file is encrypted.
  ///
  /// @throws Problem for a file that is missing, readable by others, malformed, not Ed25519, or
  ///   under another passphrase
  public static FileSigner open(Path file, PassphraseSource passphrases) {
    PrivateKeyFile key;
    try {
      OwnerOnly.require(file);
      key = PrivateKeyFile.parse(read(file));
      refuseOthers(file, key);
    } catch (NoSuchFileException e) {
      throw Problem.of(
          "Key not opened", file + " does not exist.", "Check the path, or make a key.");
    } catch (IOException e) {
      throw Problem.of("Key not opened", file + " cannot be read.", "Check its permissions.", e);
    } catch (Malformed e) {
      throw malformed(file, e);
    }
    byte[] passphrase = key.isEncrypted() ? ask(file, passphrases) : new byte[0];
    try {
      PrivateKeyFile.Opened opened = key.open(passphrase);
      FileSigner signer = new FileSigner(opened.seed(), opened.comment());
      Arrays.fill(opened.seed(), (byte) 0);
      return signer;
    } catch (PrivateKeyFile.WrongPassphrase e) {
      throw Problem.of(
          "Key not opened",
          "The passphrase does not open " + file + ".",
          "Try again, or add the key to your agent with: ssh-add " + file);
    } catch (Malformed e) {
      throw malformed(file, e);
    } finally {
      Arrays.fill(passphrase, (byte) 0);
    }
  }

  private static void refuseOthers(Path file, PrivateKeyFile key) throws Malformed {
    String type = PublicKeyLine.typeOf(key.publicBlob());
    if (!type.equals(Ed25519PublicKey.TYPE)) {
      throw Problem.of(
          "Key not opened",
          file + " is a key of type " + Printable.of(type) + "; only ssh-ed25519 keys sign here.",
          "Choose another key, or make one.");
    }
    if (!key.isSupported()) {
      throw Problem.of(
          "Key not opened",
          file + " is encrypted with " + Printable.of(key.cipher()) + ", which is not read here.",
          "Add it to your agent with ssh-add, or encrypt it anew with: ssh-keygen -p -Z aes256-ctr"
              + " -f "
              + file);
    }
  }

  private static Problem malformed(Path file, Malformed e) {
    return Problem.of(
        "Key not opened",
        file + " is no OpenSSH private key that can be read: " + e.reason() + ".",
        "Choose another file, or convert it with: ssh-keygen -p -f " + file);
  }

  private static String read(Path file) throws IOException, Malformed {
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    if (!Files.isRegularFile(file)) {
      throw new Malformed("it is not a file");
    }
    if (Files.size(file) > LARGEST) {
      throw new Malformed("it is larger than any key");
    }
    return Files.readString(file, StandardCharsets.ISO_8859_1);
  }

  private static byte[] ask(Path file, PassphraseSource passphrases) {
    char @Nullable [] answer = passphrases.passphraseFor(file);
    if (answer == null) {
      throw Problem.of(
          "Key not opened",
          file + " needs a passphrase and none was given.",
          "Enter it, or add the key to your agent with: ssh-add " + file);
    }
    try {
      return utf8(answer);
    } finally {
      Arrays.fill(answer, '\0');
    }
  }

  private static byte[] utf8(char[] text) {
    byte[] room = new byte[text.length * 3];
    ByteBuffer buffer = ByteBuffer.wrap(room);
    StandardCharsets.UTF_8
        .newEncoder()
        .onMalformedInput(CodingErrorAction.REPLACE)
        .encode(CharBuffer.wrap(text), buffer, true);
    byte[] bytes = Arrays.copyOf(room, buffer.position());
    Arrays.fill(room, (byte) 0);
    return bytes;
  }

  /// Makes a key pair: the private file with mode 0600, encrypted (aes256-ctr, bcrypt) when a
  /// passphrase is given, and the public one beside it. Nothing that exists is touched. Folders
  /// that are missing are made, open to their owner only.
  ///
  /// @param comment stands in clear in both files; one line
  /// @param passphrase at least one character, or null for a key that anybody who reads the file
  ///   can use; the caller overwrites it
  /// @throws Problem when one of the files exists or cannot be written
  public static Created create(
      Path file, String comment, char @Nullable [] passphrase, SecureRandom random) {
    if (!comment.codePoints().allMatch(Printable::isVisible)) {
      throw Problem.of(
          "Key not made", "Its comment holds something invisible.", "Use one line of plain text.");
    }
    if (passphrase != null && passphrase.length == 0) {
      throw Problem.of(
          "Key not made", "The passphrase is empty.", "Choose one, or make a key without any.");
    }
    Path publicFile = file.resolveSibling(file.getFileName() + ".pub");
    byte[] seed = new byte[32];
    byte @Nullable [] secret = passphrase == null ? null : utf8(passphrase);
    random.nextBytes(seed);
    try (FileSigner signer = new FileSigner(seed, comment)) {
      String line = (signer.publicKey().openSsh() + " " + comment).strip() + "\n";
      OwnerOnly.createBoth(
          file, PrivateKeyFile.write(seed, comment, secret, random), publicFile, line);
      return new Created(file, publicFile, signer.publicKey());
    } finally {
      Arrays.fill(seed, (byte) 0);
      if (secret != null) {
        Arrays.fill(secret, (byte) 0);
      }
    }
  }

  /// The OpenSSH private keys of a folder such as `~/.ssh`, by name; sub-folders are not entered,
  /// other files are not mentioned, and a folder that does not exist has none.
  ///
  /// @throws Problem when the folder cannot be read
  public static List<KeyListing> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<KeyListing> keys = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      files.sorted().forEach(file -> listing(file).ifPresent(keys::add));
    } catch (IOException e) {
      throw Problem.of("Keys not listed", folder + " cannot be read.", "Check its permissions.", e);
    }
    return List.copyOf(keys);
  }

  private static Optional<KeyListing> listing(Path file) {
    try {
      String content = read(file);
      if (!content.startsWith(PrivateKeyFile.ARMOR.begin())) {
        return Optional.empty();
      }
      PrivateKeyFile key = PrivateKeyFile.parse(content);
      String type = PublicKeyLine.typeOf(key.publicBlob());
      Optional<Ed25519PublicKey> ed25519 =
          type.equals(Ed25519PublicKey.TYPE)
              ? Optional.of(Ed25519PublicKey.readBlob(key.publicBlob()))
              : Optional.empty();
      String fingerprint = PublicKeyLine.fingerprint(key.publicBlob());
      return Optional.of(
          new KeyListing(
              file,
              Printable.of(type),
              fingerprint,
              key.isEncrypted(),
              ed25519,
              obstacle(file, key)));
    } catch (IOException | Malformed e) {
      return Optional.empty(); // not a key that anybody could choose
    }
  }

  private static Optional<String> obstacle(Path file, PrivateKeyFile key)
      throws IOException, Malformed {
    try {
      OwnerOnly.require(file);
      refuseOthers(file, key);
      return Optional.empty();
    } catch (Problem p) {
      return Optional.of(p.where());
    }
  }
}
