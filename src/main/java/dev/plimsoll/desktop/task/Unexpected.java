package dev.plimsoll.desktop.task;

import dev.plimsoll.core.model.Problem;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/// Turns whatever was thrown into words for a person. The technical cause stays in the [Problem]
/// for a debugger.
public final class Unexpected {
  private Unexpected() {}

  public static Problem asProblem(Throwable thrown) {
    return switch (thrown) {
      case Problem problem -> problem;
      case CompletionException wrapped when wrapped.getCause() != null ->
          asProblem(wrapped.getCause());
      case ExecutionException wrapped when wrapped.getCause() != null ->
          asProblem(wrapped.getCause());
      case UncheckedIOException wrapped when wrapped.getCause() != null ->
          asProblem(wrapped.getCause());
      case InterruptedException stopped ->
          Problem.of(
              "Stopped", "The work was stopped before it ended.", "Start it again.", stopped);
      case java.nio.file.NoSuchFileException missing ->
          Problem.of(
              "File not found",
              "There is nothing at " + missing.getFile() + ".",
              "Choose another file, or put it back.",
              missing);
      case java.nio.file.AccessDeniedException refused ->
          Problem.of(
              "Access refused",
              "The system does not let Plimsoll use " + refused.getFile() + ".",
              "Change the permissions of the file, then try again.",
              refused);
      default ->
          Problem.of(
              "Plimsoll met a fault of its own",
              "This should not happen (" + thrown.getClass().getSimpleName() + ").",
              "What was recorded is safe. Try again; if it happens again, report it.",
              thrown);
    };
  }
}
