package dev.plimsoll.core.backup;

import dev.plimsoll.core.audit.foreign.HashKeys;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.ProjectReader;
import dev.plimsoll.core.checklist.Recipes;
import dev.plimsoll.core.model.Checklist;
import dev.plimsoll.core.model.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A repository with a backup set, read from a project file as teams write them, and a clock that
/// is turned by hand.
final class Ground {
  static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  static final String FIRST = "backup_20261121_120000";

  final Path repository;
  final Path target;
  private final Path scratch;
  private String yaml;
  private Instant now = NOON;
  private Proofs proofs = Proofs.NONE;

  /// @param set what stands in the project file behind `name: app, to: TARGET`
  Ground(Path folder, String set) throws IOException {
    this(folder, set, "");
  }

  /// @param rest further keys of the project file
  Ground(Path folder, String set, String rest) throws IOException {
    this.repository = Files.createDirectories(folder.resolve("repository"));
    this.target = folder.resolve("backups");
    this.scratch = folder.resolve("scratch");
    this.yaml =
        "schema: plimsoll/project/v1\n"
            + "product: shop\n"
            + "plan: [release]\n"
            + "backup:\n"
            + "  sets:\n"
            + "    - {name: app, to: \""
            + target.toString().replace('\\', '/')
            + "\", "
            + set
            + "}\n"
            + rest;
  }

  Project project() {
    var findings = new Findings();
    var project =
        new ProjectReader().read(new Checklist.Source("project.yaml", "", yaml), findings);
    if (project == null) {
      throw new AssertionError(findings.list());
    }
    return project.with(new Project.Audit(project.audit().chains(), Recipes.builtIn().all()));
  }

  Surroundings around() {
    InstantSource clock = () -> now;
    return new Surroundings(
        project(),
        repository,
        scratch,
        new Surroundings.Machine(
            clock,
            ZoneOffset.UTC,
            Map.of("PATH", System.getenv().getOrDefault("PATH", "/usr/bin:/bin")),
            said -> said.replace("hunter2", "***"),
            HashKeys.NONE),
        proofs);
  }

  Backups backups() {
    return new Backups(project().backups().getFirst(), around());
  }

  Ground of(String product) {
    yaml = yaml.replace("product: shop", "product: " + product);
    return this;
  }

  Ground with(Proofs other) {
    proofs = other;
    return this;
  }

  Ground later(Duration time) {
    now = now.plus(time);
    return this;
  }

  Instant now() {
    return now;
  }

  Taken take() throws InterruptedException {
    return backups().take(TakeOptions.USUAL).run();
  }

  Taken.Made made() throws InterruptedException {
    return (Taken.Made) take();
  }

  Path file(String path) {
    return repository.resolve(path);
  }

  Path write(String path, String text) throws IOException {
    return write(path, text.getBytes(StandardCharsets.UTF_8));
  }

  Path write(String path, byte[] bytes) throws IOException {
    var file = file(path);
    var parent = file.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    return Files.write(file, bytes);
  }

  void append(String path, String text) throws IOException {
    Files.writeString(file(path), text, StandardOpenOption.APPEND, StandardOpenOption.CREATE);
  }

  /// Names in the folder of the backups, hidden ones too, but not the lock.
  List<String> names() {
    if (!Files.exists(target)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(target)) {
      return entries
          .map(entry -> String.valueOf(entry.getFileName()))
          .filter(name -> !name.endsWith(".lock"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Nothing lies in the scratch folder.
  boolean isSwept() throws IOException {
    if (!Files.exists(scratch)) {
      return true;
    }
    try (var entries = Files.list(scratch)) {
      return entries.findAny().isEmpty();
    }
  }

  /// What a program printed, with its exit code in front.
  static String run(@Nullable Path folder, String... words)
      throws IOException, InterruptedException {
    var builder = new ProcessBuilder(words).redirectErrorStream(true);
    if (folder != null) {
      builder.directory(folder.toFile());
    }
    var process = builder.start();
    process.getOutputStream().close();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() + " " + said;
  }
}
