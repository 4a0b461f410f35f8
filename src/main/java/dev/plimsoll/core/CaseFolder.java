package dev.plimsoll.core;

import dev.plimsoll.core.checklist.StepCase;
import dev.plimsoll.core.checklist.StepCase.Stub;
import dev.plimsoll.core.git.Identity;
import dev.plimsoll.core.git.NewRepository;
import dev.plimsoll.core.model.Problem;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The temporary git repository of one case, and the programs that stand in for real ones. Closing
/// it removes both.
final class CaseFolder implements AutoCloseable {
  private static final String INTENT = "Case not tried";
  private static final int MOST_FILES = 5000;
  private static final long LARGEST_SUM = 128L << 20;
  private static final Identity NOBODY = new Identity("case", "case@example.invalid");

  private final Path folder;

  private CaseFolder(Path folder) {
    this.folder = folder;
  }

  /// @param project the repository that fixtures lie in
  /// @param home where temporary folders are made
  static CaseFolder make(StepCase stepCase, Path project, Path home, Instant now) {
    CaseFolder made = null;
    try {
      Files.createDirectories(home);
      made = new CaseFolder(Files.createTempDirectory(home, "case-"));
      made.fill(stepCase, project, now);
      return made;
    } catch (IOException broken) {
      if (made != null) {
        made.close();
      }
      throw Problem.of(
          INTENT,
          "Its repository cannot be made: " + broken.getMessage() + ".",
          "Look at the case's files and at the space in " + home + ".",
          broken);
    } catch (RuntimeException refused) {
      if (made != null) {
        made.close();
      }
      throw refused;
    }
  }

  private void fill(StepCase stepCase, Path project, Instant now) throws IOException {
    var tree = stepCase.given().tree();
    var before = now.minus(Duration.ofDays(30));
    var branch = tree.work().branch();
    if (!tree.tags().isEmpty()) {
      NewRepository.create(root(), tree.before(), NOBODY, branch, before);
      NewRepository.tag(root(), tree.tags(), NOBODY, before);
    }
    Files.createDirectories(root());
    if (tree.fixture() != null) {
      copy(project, project.resolve(tree.fixture()));
    }
    if (tree.tags().isEmpty()) {
      NewRepository.create(root(), tree.files(), NOBODY, branch, now.minusSeconds(60));
    } else {
      write(tree.files());
      NewRepository.commitAll(root(), NOBODY, "the case", now.minusSeconds(60));
    }
    write(tree.work().uncommitted());
    Files.createDirectories(stubs());
    for (var stub : stepCase.given().stubs().entrySet()) {
      writeStub(stub.getKey(), stub.getValue());
    }
  }

  Path root() {
    return folder.resolve("repository");
  }

  private Path stubs() {
    return folder.resolve("bin");
  }

  /// The variables that programs inherit: the stubs are found first.
  Map<String, String> environment(Map<String, String> inherited) {
    var environment = new HashMap<>(inherited);
    var path =
        environment.keySet().stream()
            .filter(name -> name.equalsIgnoreCase("PATH"))
            .findFirst()
            .orElse("PATH");
    environment.merge(path, stubs().toString(), (real, stubs) -> stubs + File.pathSeparator + real);
    return environment;
  }

  private void write(Map<String, String> files) throws IOException {
    for (var file : files.entrySet()) {
      var path = root().resolve(file.getKey());
      Files.createDirectories(path.resolveSibling(""));
      Files.writeString(path, file.getValue());
    }
  }

  /// A shell script, and beside it a batch file that prints the same.
  private void writeStub(String name, Stub stub) throws IOException {
    var said = stub.script();
    var out = Files.writeString(folder.resolve(name + ".out"), stub.stdout());
    var err = Files.writeString(folder.resolve(name + ".err"), stub.stderr());
    var script =
        said == null
            ? "cat '" + out + "'\ncat '" + err + "' >&2\nexit " + stub.exit() + "\n"
            : said + "\n";
    var file = Files.writeString(stubs().resolve(name), "#!/bin/sh\n" + script);
    if (!file.toFile().setExecutable(true)) {
      throw new IOException(file + " cannot be made executable");
    }
    if (said == null) {
      Files.writeString(
          stubs().resolve(name + ".cmd"),
          "@type \""
              + out
              + "\"\r\n@type \""
              + err
              + "\" 1>&2\r\n@exit /b "
              + stub.exit()
              + "\r\n");
    }
  }

  private void copy(Path project, Path fixture) throws IOException {
    if (!Files.isDirectory(fixture, LinkOption.NOFOLLOW_LINKS)) {
      throw Problem.of(INTENT, "There is no folder " + fixture + ".", "Correct fixture: there.");
    }
    if (!fixture.toRealPath().startsWith(project.toRealPath())) {
      throw Problem.of(
          INTENT, fixture + " leads out of the repository.", "Keep the fixture inside it.");
    }
    Files.walkFileTree(fixture, new Copying(fixture, root()));
  }

  private static final class Copying extends SimpleFileVisitor<Path> {
    private final Path from;
    private final Path to;
    private int count;
    private long sum;

    Copying(Path from, Path to) {
      this.from = from;
      this.to = to;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
        throws IOException {
      if (folder.endsWith(".git")) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      Files.createDirectories(to.resolve(from.relativize(folder).toString()));
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      sum += attributes.size();
      if (!attributes.isRegularFile() || ++count > MOST_FILES || sum > LARGEST_SUM) {
        throw Problem.of(
            INTENT,
            "The fixture " + from + " holds a link, or far too much.",
            "Keep plain files in it, and few.");
      }
      Files.copy(file, to.resolve(from.relativize(file).toString()));
      return FileVisitResult.CONTINUE;
    }
  }

  @Override
  public void close() {
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              if (!attributes.isSymbolicLink() && !file.toFile().canWrite()) {
                file.toFile().setWritable(true); // git's objects, where that hinders
              }
              Files.delete(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException broken)
                throws IOException {
              Files.delete(visited);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException left) {
      // a file that something still holds open; it lies in Plimsoll's own folder of temporary files
    }
  }
}
