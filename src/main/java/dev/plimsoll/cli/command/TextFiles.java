package dev.plimsoll.cli.command;

import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Small texts that go from one installation to another, as files: read within bounds, never
/// written over.
final class TextFiles {
  private static final int LARGEST = 1024 * 1024;

  private TextFiles() {}

  /// @param what what was intended, for a sentence: `Checkpoint not cosigned`
  static String read(Invocation invocation, Path typed, String what) {
    var file = invocation.path(typed);
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
        throw Problem.of(
            what,
            typed + " is not a file, or larger than any that is exchanged.",
            "Check the path.");
      }
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw Problem.of(
          what,
          typed + " cannot be read as text.",
          "Check the path and its permissions.",
          unreadable);
    }
  }

  /// @param what what was intended, for a sentence
  static void write(Invocation invocation, Path typed, String text, String what) {
    try {
      Files.write(
          invocation.path(typed),
          text.getBytes(StandardCharsets.UTF_8),
          StandardOpenOption.CREATE_NEW);
    } catch (IOException broken) {
      throw Problem.of(
          what,
          typed + " cannot be written; nothing is overwritten.",
          "Name a new file in a folder that you may write to.",
          broken);
    }
  }

  /// @throws Problem where a file of this name is there: before something is signed or recorded
  static void requireNew(Invocation invocation, Path typed, String what) {
    if (Files.exists(invocation.path(typed))) {
      throw Problem.of(
          what, typed + " exists and is never overwritten.", "Name a new file with --out.");
    }
  }
}
