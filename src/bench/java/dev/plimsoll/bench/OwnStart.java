package dev.plimsoll.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;

/// How our side of a benchmark is started: as the launcher starts a command, from jars and an
/// archive of their classes
/// (docs/decisions/0167-commands-start-from-an-archive-of-their-classes.md), with the memory that a
/// backup may use at most.
final class OwnStart {
  private static final List<String> MACHINE =
      List.of("-XX:+UseSerialGC", "-Xmx256m", "--enable-native-access=ALL-UNNAMED");

  private final Path archive;
  private final String classPath;

  private OwnStart(Path archive, String classPath) {
    this.archive = archive;
    this.classPath = classPath;
  }

  /// Makes the jars, and the archive by letting it work once.
  ///
  /// @param folder for them, made anew
  /// @param main and its arguments
  static OwnStart trained(Path folder, List<String> main) throws IOException, InterruptedException {
    new ProcessBuilder("rm", "-rf", folder.toString()).start().waitFor();
    Files.createDirectories(folder);
    var start = new OwnStart(folder.resolve("classes.aot"), jars(folder));
    var command = start.java("-XX:AOTCacheOutput=" + start.archive);
    command.addAll(main);
    var log = folder.resolve("training.log").toFile();
    var ended =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start().waitFor();
    if (ended != 0 || !Files.exists(start.archive)) {
      throw new IOException("no archive was made: see " + log);
    }
    return start;
  }

  /// An archive of classes takes no folders.
  private static String jars(Path folder) throws IOException {
    var all = new ArrayList<String>();
    for (var part : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (!Files.isDirectory(Path.of(part))) {
        all.add(part);
        continue;
      }
      var jar = folder.resolve(all.size() + ".jar").toString();
      var tool = ToolProvider.findFirst("jar").orElseThrow();
      if (tool.run(System.out, System.err, "-c", "-f", jar, "-C", part, ".") != 0) {
        throw new IOException("no jar was made of " + part);
      }
      all.add(jar);
    }
    return String.join(File.pathSeparator, all);
  }

  List<String> command(List<String> main) {
    var command = java("-XX:AOTCache=" + archive);
    command.addAll(main);
    return command;
  }

  private List<String> java(String archiving) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(MACHINE);
    command.addAll(List.of(archiving, "-cp", classPath));
    return command;
  }
}
