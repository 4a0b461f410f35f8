package dev.plimsoll.core;

import dev.plimsoll.core.checklist.SampleProject;
import dev.plimsoll.core.checklist.Signatory;
import dev.plimsoll.core.git.Identity;
import dev.plimsoll.core.git.NewRepository;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.trust.Ed25519PublicKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/// Makes the sample: a small real git repository, one commit on `main`, with a checklist, a test
/// command and a changelog, ready to be walked. Nobody trusts it yet, as any other.
public final class SampleRepository {
  private static final String TRUST_FILE = ".plimsoll/allowed_signers";

  private SampleRepository() {}

  /// @param directory made where it is missing; must be empty
  /// @param principal the one person of the sample, who may play every role
  /// @param key theirs, or null where they have none yet: they add its line themselves then
  /// @return the repository's top folder
  /// @throws Problem where the folder is not empty, or cannot be written
  public static Path create(
      Path directory, String principal, @Nullable Ed25519PublicKey key, Clock clock) {
    refuseFilled(directory);
    var name = principal.replaceFirst("@.*", "");
    var files =
        new LinkedHashMap<>(
            SampleProject.files(
                LocalDate.now(clock),
                new Signatory(principal, name, key == null ? "" : key.openSsh())));
    if (key == null) {
      files.put(
          TRUST_FILE,
          "# Whose signature counts, in OpenSSH's own format: principal, key type, key.\n"
              + "# 'plimsoll key show NAME' prints your line; add it here and commit it.\n");
    }
    NewRepository.create(directory, files, new Identity(name, principal), "main", clock.instant());
    return directory;
  }

  private static void refuseFilled(Path directory) {
    if (!Files.exists(directory)) {
      return;
    }
    try (var inside = Files.list(directory)) {
      if (inside.findAny().isPresent()) {
        throw Problem.of(
            "Sample not made",
            directory + " is not empty.",
            "Name a folder that is not there yet.");
      }
    } catch (IOException unreadable) {
      throw Problem.of(
          "Sample not made",
          directory + " is no folder that can be read.",
          "Name a folder that is not there yet.",
          unreadable);
    }
  }
}
