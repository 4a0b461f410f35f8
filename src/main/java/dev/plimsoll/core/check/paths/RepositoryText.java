package dev.plimsoll.core.check.paths;

import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Reads small text files of a work tree: UTF-8, at most [#LARGEST] bytes, without a byte order
/// mark.
public final class RepositoryText {
  public static final long LARGEST = 16L << 20;
  private static final String INTENT = "File not read";

  private RepositoryText() {}

  /// @param file relative to the repository, with `/`
  /// @throws Problem where it is not there, leads out, is too large or no text
  public static String read(RepositoryPaths paths, String file) {
    var place = paths.inside(file);
    if (!Files.isRegularFile(place)) {
      throw Problem.of(
          INTENT, "The file " + file + " is not there.", "Correct the path, or create the file.");
    }
    return read(place, file);
  }

  /// @param shown how the file is called in a sentence
  /// @throws Problem where it is too large, no text, or not readable
  public static String read(Path place, String shown) {
    try {
      if (Files.size(place) > LARGEST) {
        throw Problem.of(INTENT, shown + " is larger than 16 MiB.", "Name a smaller file.");
      }
      return decoded(shown, Files.readAllBytes(place));
    } catch (IOException unreadable) {
      throw Problem.of(INTENT, shown + " cannot be read.", "See who may read it.", unreadable);
    }
  }

  /// @throws Problem where the bytes are no UTF-8 text
  public static String decoded(String shown, byte[] bytes) {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException noText) {
      throw Problem.of(INTENT, shown + " is not UTF-8 text.", "Save it as UTF-8.", noText);
    }
  }
}
