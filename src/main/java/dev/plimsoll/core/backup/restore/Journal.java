package dev.plimsoll.core.backup.restore;

import dev.plimsoll.core.trust.CanonicalJson;
import dev.plimsoll.core.trust.NotCanonical;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How far an act has come. Written whole at each state, on disk before the next thing is done.
///
/// @param number its folder
/// @param by the act
/// @param isQuieted whether the commands before it were begun: then those after it are due
/// @param consumes number of the undo point that it puts back, or null
record Journal(
    State state, String number, Origin.Name by, boolean isQuieted, @Nullable String consumes) {
  private static final String SCHEMA = "plimsoll/journal/v1";
  private static final int MOST = 64 * 1024;

  enum State {
    /// No file of the project was touched.
    BEGUN,
    /// Everything lies ready and is kept; files are being exchanged.
    SWAPPING,
    /// Files are being exchanged back.
    BACK,
    /// All files are the new ones.
    SWAPPED
  }

  Journal with(State next) {
    return new Journal(next, number, by, isQuieted, consumes);
  }

  Journal quieted() {
    return new Journal(state, number, by, true, consumes);
  }

  void write(UndoFolder folder) throws IOException {
    var data = new LinkedHashMap<String, Object>(Fields.name(by));
    data.put("schema", SCHEMA);
    data.put("state", state.name());
    data.put("number", number);
    data.put("quieted", isQuieted);
    Fields.put(data, "consumes", consumes);
    Files.write(folder.freshJournal(), CanonicalJson.encode(data));
    Durable.force(folder.freshJournal());
    Files.move(folder.freshJournal(), folder.journal(), StandardCopyOption.ATOMIC_MOVE);
    Durable.forceFolder(folder.folder());
  }

  /// The act under way, or none.
  ///
  /// @throws IOException where there is a journal that cannot be understood
  static Optional<Journal> read(UndoFolder folder) throws IOException {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(folder.journal());
    } catch (NoSuchFileException none) {
      return Optional.empty();
    }
    try {
      var fields = new Fields(CanonicalJson.decodeObject(bytes, MOST));
      if (!fields.text("schema").equals(SCHEMA)) {
        throw new IOException("it was written by another version");
      }
      return Optional.of(
          new Journal(
              fields.word("state", State.class),
              fields.text("number"),
              fields.name(),
              fields.flag("quieted"),
              fields.textOrNull("consumes")));
    } catch (NotCanonical wrong) {
      throw new IOException(
          "it is no journal: " + new String(bytes, StandardCharsets.UTF_8).length() + " characters",
          wrong);
    }
  }

  static void drop(UndoFolder folder) throws IOException {
    Files.deleteIfExists(folder.freshJournal());
    Files.deleteIfExists(folder.journal());
    Durable.forceFolder(folder.folder());
  }
}
