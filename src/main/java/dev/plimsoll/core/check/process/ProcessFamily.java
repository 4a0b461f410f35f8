package dev.plimsoll.core.check.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/// A program and every process that it started, those included whose parent has gone. Descendants
/// are remembered while their parents live; on Linux those that got away are recognised by a
/// variable in their environment.
final class ProcessFamily {
  /// Names this launch in the environment of everything that it starts; nested launches append to
  /// it.
  static final String MARK = "PLIMSOLL_LAUNCH";

  private static final Path PROC = Path.of("/proc");
  private static final Duration GENTLE = Duration.ofSeconds(1);
  private static final Duration FORCED = Duration.ofSeconds(5);

  private final Process program;
  private final String mark;
  private final Set<ProcessHandle> seen = new LinkedHashSet<>();

  ProcessFamily(Process program, String mark) {
    this.program = program;
    this.mark = mark;
  }

  /// Looks who has been started by now. Call it now and then while the program runs.
  void look() {
    program.descendants().forEach(seen::add);
    List.copyOf(seen).forEach(member -> member.descendants().forEach(seen::add));
  }

  /// Those that run now, the program itself not counted.
  List<ProcessHandle> survivors() {
    look();
    marked().forEach(seen::add);
    return seen.stream().filter(ProcessFamily::runs).toList();
  }

  /// Those of the survivors that still write where the program wrote: to a pipe that no other of
  /// them reads. Known on Linux only, where the Java runtime may let go of the pipe as soon as the
  /// program itself has ended.
  List<ProcessHandle> holders() {
    var survivors = survivors();
    var readAmongThem = new HashSet<String>();
    survivors.forEach(process -> readAmongThem.addAll(pipes(process, "0")));
    return survivors.stream()
        .filter(process -> !readAmongThem.containsAll(pipes(process, "1", "2")))
        .toList();
  }

  private static List<String> pipes(ProcessHandle process, String... descriptors) {
    var pipes = new ArrayList<String>();
    for (var descriptor : descriptors) {
      try {
        var target =
            Files.readSymbolicLink(PROC.resolve(process.pid() + "/fd/" + descriptor)).toString();
        if (target.startsWith("pipe:")) {
          pipes.add(target);
        }
      } catch (IOException goneOrClosed) {
        // then it holds nothing
      }
    }
    return pipes;
  }

  /// Stops all of them: asks first, then forces.
  void stop() throws InterruptedException {
    var members = survivors();
    program.destroy();
    members.forEach(ProcessHandle::destroy);
    try {
      awaitEnd(GENTLE);
    } finally {
      force();
    }
    awaitEnd(FORCED);
  }

  private void force() {
    program.destroyForcibly();
    // whoever forks while it is being stopped is found by looking again
    for (var round = 0; round < 10; round++) {
      var survivors = survivors();
      if (survivors.isEmpty()) {
        return;
      }
      survivors.forEach(ProcessHandle::destroyForcibly);
    }
  }

  private void awaitEnd(Duration patience) throws InterruptedException {
    var ends =
        Stream.concat(Stream.of(program.toHandle()), survivors().stream())
            .map(ProcessHandle::onExit)
            .toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(ends).get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException stillThere) {
      // the caller forces it, or has done so: a process that the system does not let go of is none
      // of ours any more
    }
  }

  /// On Linux a process that ended and was not fetched by its parent still looks alive.
  static boolean runs(ProcessHandle process) {
    if (!process.isAlive()) {
      return false;
    }
    try {
      var fields =
          Files.readString(PROC.resolve(process.pid() + "/stat"), StandardCharsets.ISO_8859_1);
      return fields.charAt(fields.lastIndexOf(')') + 2) != 'Z';
    } catch (IOException noSuchFolder) {
      return process.isAlive();
    }
  }

  private Set<ProcessHandle> marked() {
    var found = new LinkedHashSet<ProcessHandle>();
    if (!Files.isDirectory(PROC)) {
      return found;
    }
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
      for (var process : processes) {
        if (carriesMark(process)) {
          ofFolder(process).filter(handle -> handle.pid() != program.pid()).ifPresent(found::add);
        }
      }
    } catch (IOException unreadable) {
      // then only those are known whose parents were seen
    }
    return found;
  }

  private boolean carriesMark(Path process) {
    try {
      return Files.readString(process.resolve("environ"), StandardCharsets.ISO_8859_1)
          .contains(mark);
    } catch (IOException gone) {
      return false;
    }
  }

  private static Optional<ProcessHandle> ofFolder(Path process) {
    return ProcessHandle.of(Long.parseLong(process.getFileName().toString()));
  }
}
