package dev.plimsoll.processes;

import dev.plimsoll.core.Installation;
import dev.plimsoll.core.Plimsoll;
import dev.plimsoll.core.audit.LogKeeper;
import dev.plimsoll.core.checklist.Scaffold;
import dev.plimsoll.core.checklist.Scaffold.Surroundings;
import dev.plimsoll.core.checklist.ShippedProcess;
import dev.plimsoll.core.checklist.Signatory;
import dev.plimsoll.core.git.TestRepository;
import dev.plimsoll.core.trust.AllowedSigners;
import dev.plimsoll.core.trust.KeyFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A small, real repository that a shipped process is walked in: the files of
/// `src/test/resources/samples/NAME`, committed in two releases.
///
/// `before` is what the last release held, `now` what is laid over it since, `bin` the programs
/// that stand in for slow ones, and `wheel` what they build. In paths `dot.` stands for a dot at
/// the beginning of a name.
final class Sample {
  static final String ADA = "ada@example.org";
  private static final Path SAMPLES = Path.of("src/test/resources/samples");

  private final Path folder;
  private final String process;
  private final Map<String, String> before;
  private final Map<String, String> now;
  private final List<Consumer<TestRepository>> past = new ArrayList<>();
  private final List<Consumer<TestRepository>> history = new ArrayList<>();
  private final List<Consumer<TestRepository>> finish = new ArrayList<>();
  final Map<String, String> environment = new HashMap<>(System.getenv());

  private Sample(String process, Path folder) {
    this.process = process;
    this.folder = folder;
    this.before = texts("before");
    this.now = new TreeMap<>(before);
    now.putAll(texts("now"));
  }

  static Sample of(String process, Path folder) {
    return new Sample(process, folder);
  }

  /// Puts a file into the present state.
  Sample with(String path, String text) {
    now.put(path, text);
    return this;
  }

  /// Puts a file into the state of the last release.
  Sample withBefore(String path, String text) {
    before.put(path, text);
    return this;
  }

  Sample without(String path) {
    if (now.remove(path) == null) {
      throw new IllegalArgumentException("no " + path);
    }
    return this;
  }

  /// Replaces a text that must be there in the present state of a file.
  Sample replace(String path, String text, String by) {
    return change(
        path,
        old -> {
          if (!old.contains(text)) {
            throw new IllegalArgumentException(path + " does not hold " + text);
          }
          return old.replace(text, by);
        });
  }

  Sample change(String path, UnaryOperator<String> change) {
    var old = now.get(path);
    if (old == null) {
      throw new IllegalArgumentException("no " + path);
    }
    now.put(path, change.apply(old));
    return this;
  }

  /// Done before the last release is tagged.
  Sample past(Consumer<TestRepository> act) {
    past.add(act);
    return this;
  }

  /// Done when the last release stands, before the present state is committed.
  Sample before(Consumer<TestRepository> act) {
    history.add(act);
    return this;
  }

  /// Done when everything is committed.
  Sample after(Consumer<TestRepository> act) {
    finish.add(act);
    return this;
  }

  Path repository() {
    return folder.resolve(process);
  }

  Path keyFile() {
    return folder.resolve("ada");
  }

  Path folder() {
    return folder;
  }

  /// Makes the repository: the last release under its tag, then what changed, by a merge.
  ///
  /// @param lastRelease its tag
  Sample build(String lastRelease) throws IOException {
    var repository = TestRepository.init(repository());
    var key = KeyFiles.create(keyFile(), ADA, null, new SecureRandom());
    var line =
        AllowedSigners.line(
            ADA,
            key.publicKey(),
            List.of("release-record@plimsoll.dev", "sign-off@plimsoll.dev", "git"));
    before.forEach(repository::write);
    var here =
        new Surroundings(
            repository(),
            "main",
            List.of(new Signatory(ADA, "Ada", line.substring(ADA.length()).strip())),
            _ -> true);
    // as shipped, but for the time that a retry waits
    Scaffold.files(ShippedProcess.named(process), here)
        .forEach(
            (path, text) -> repository.write(path, text.replaceAll("wait: [0-9]+s", "wait: 10ms")));
    repository.commit("the last release");
    past.forEach(act -> act.accept(repository));
    repository.git("tag", "-a", lastRelease, "-m", "Release " + lastRelease);
    repository.git("remote", "add", "origin", "https://github.com/example/" + process + ".git");
    history.forEach(act -> act.accept(repository));
    repository.git("checkout", "-q", "-b", "feature/next");
    before.keySet().stream()
        .filter(path -> !now.containsKey(path))
        .forEach(path -> repository.git("rm", "-q", path));
    now.forEach(repository::write);
    repository.commit("feat: the next release");
    repository.git("checkout", "-q", "main");
    repository.git("merge", "-q", "--no-ff", "-m", "Merge branch feature/next", "feature/next");
    finish.forEach(act -> act.accept(repository));
    return this;
  }

  Plimsoll open() {
    var bin = folder.resolve("bin");
    programs(bin);
    environment.remove("SSH_AUTH_SOCK");
    environment.put("PATH", bin + ":" + environment.get("PATH"));
    environment.put("HOME", folder.toString());
    environment.put("GIT_CONFIG_NOSYSTEM", "1");
    environment.put("GIT_CONFIG_GLOBAL", folder.resolve("gitconfig").toString());
    environment.put("PLIMSOLL_HOME", folder.resolve("home").toString());
    return Plimsoll.open(
        new Installation(
            folder.resolve("home"),
            environment,
            Clock.systemUTC(),
            new SecureRandom(),
            new LogKeeper.Tool("plimsoll", "test")));
  }

  /// Another program in place of one of the sample's.
  Sample program(String name, String script) {
    write(folder.resolve("bin").resolve(name), script);
    return this;
  }

  /// A program of the sample as it is.
  String script(String name) {
    return Objects.requireNonNull(texts("bin").get(name), name);
  }

  /// A file of the present state.
  String now(String path) {
    return Objects.requireNonNull(now.get(path), path);
  }

  /// A file of the last release.
  String before(String path) {
    return Objects.requireNonNull(before.get(path), path);
  }

  private void programs(Path bin) {
    texts("bin")
        .forEach((name, script) -> {
          if (!Files.exists(bin.resolve(name))) {
            write(bin.resolve(name), script);
          }
        });
    var entries = texts("wheel");
    if (!entries.isEmpty() && !Files.exists(bin.resolve("product.whl"))) {
      pack(bin.resolve("product.whl"), entries);
    }
  }

  /// What the programs that build have to give out.
  private static void pack(Path file, Map<String, String> entries) {
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (var entry : entries.entrySet()) {
        var written = new ZipEntry(entry.getKey());
        written.setTime(0);
        zip.putNextEntry(written);
        zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void write(Path file, String script) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, script);
      if (!file.toFile().setExecutable(true)) {
        throw new IOException("not made executable: " + file);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private Map<String, String> texts(String part) {
    var root = SAMPLES.resolve(process).resolve(part);
    var texts = new TreeMap<String, String>();
    if (!Files.isDirectory(root)) {
      return texts;
    }
    try (var files = Files.walk(root)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var path = root.relativize(file).toString().replace('\\', '/');
        texts.put(path.replaceAll("(^|/)dot\\.", "$1."), Files.readString(file));
      }
      return texts;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
