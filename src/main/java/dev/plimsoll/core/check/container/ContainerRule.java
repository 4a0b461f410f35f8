package dev.plimsoll.core.check.container;

import dev.plimsoll.core.check.StepContext;
import dev.plimsoll.core.check.clause.Clause;
import dev.plimsoll.core.check.paths.RepositoryPaths;
import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.util.List;

/// One thing asked about containers. Its texts may hold variables.
public sealed interface ContainerRule permits DockerfileRule, ComposeRule, HealthRule, ImageRule {
  /// What is expected, a few words.
  String words();

  /// What will be read or run.
  String describe();

  /// Reads and judges.
  ///
  /// @throws Problem where what it reads is not to be had
  List<Clause> check(StepContext context) throws InterruptedException;

  /// The text of a file in the repository.
  ///
  /// @throws Problem where it is not there or cannot be read
  static String text(StepContext context, String file) {
    var place = new RepositoryPaths(context.subject().root()).inside(file);
    try {
      if (!Files.isRegularFile(place)) {
        throw Problem.of("Containers not judged", file + " is not there.", "Correct the path.");
      }
      if (Files.size(place) > 1 << 20) {
        throw Problem.of("Containers not judged", file + " is larger than 1 MiB.", "Split it.");
      }
      return Files.readString(place);
    } catch (CharacterCodingException noText) {
      throw Problem.of(
          "Containers not judged", file + " is not UTF-8 text.", "Save it as UTF-8.", noText);
    } catch (IOException unreadable) {
      throw Problem.of(
          "Containers not judged", file + " cannot be read.", "See who may read it.", unreadable);
    }
  }
}
