package dev.plimsoll.core.record;

import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.trust.Digests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// A program that verifies bundles and logs and shares no code with this one (`resources/verify`,
/// docs/guides/verify.md). It is named in every bundle and lies in none: what comes out of a bundle
/// says what whoever packed it wants it to say.
///
/// @param name of its file
/// @param bytes of its file
@SuppressWarnings("ArrayRecordComponent") // a file's bytes; nobody compares two
public record StandaloneVerifier(String name, byte[] bytes) {
  private static final List<String> NAMES = List.of("verify.sh", "plimsoll_verify.py");

  /// Those that come with this version.
  public static List<StandaloneVerifier> all() {
    return NAMES.stream().map(StandaloneVerifier::of).toList();
  }

  static StandaloneVerifier of(String name) {
    try (var in = StandaloneVerifier.class.getResourceAsStream("/verify/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the product comes without " + name);
      }
      return new StandaloneVerifier(name, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Lower-case hex.
  public String sha256() {
    return Digests.sha256Hex(bytes);
  }

  /// Writes all of them into a folder, which is made where it is missing.
  ///
  /// @return the new files
  /// @throws Problem where a file is there already, which is left as it is, or cannot be written
  public static List<Path> write(Path folder) {
    var written = new ArrayList<Path>();
    for (var verifier : all()) {
      var file = folder.resolve(verifier.name);
      try {
        Files.createDirectories(folder);
        Files.write(file, verifier.bytes, StandardOpenOption.CREATE_NEW);
        written.add(file);
      } catch (FileAlreadyExistsException e) {
        throw Problem.of(
            "Verifiers not written",
            file + " is there already.",
            "Name an empty folder: nothing is overwritten.",
            e);
      } catch (IOException e) {
        throw Problem.of(
            "Verifiers not written",
            file + " cannot be written.",
            "Name a folder that you may write to.",
            e);
      }
    }
    return List.copyOf(written);
  }
}
