package dev.plimsoll.core.git;

import dev.plimsoll.core.model.Problem;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The git that is installed, for what it does better than any library: making and verifying signed
/// tags. It never asks anything: whoever would have to type a passphrase is told what to do
/// instead. Thread-safe.
public final class SystemGit {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)");

  private final Path program;
  private final Map<String, String> environment;

  private SystemGit(Path program, Map<String, String> environment) {
    this.program = program;
    this.environment = Map.copyOf(environment);
  }

  /// Looks for git along `PATH`.
  ///
  /// @param environment what git is started with, too
  public static Optional<SystemGit> find(Map<String, String> environment) {
    for (var folder : variable(environment, "PATH").split(Pattern.quote(File.pathSeparator))) {
      for (var name : new String[] {"git", "git.exe"}) {
        var candidate = folder.isEmpty() ? null : Path.of(folder, name);
        if (candidate != null && Files.isRegularFile(candidate) && Files.isExecutable(candidate)) {
          return Optional.of(new SystemGit(candidate, environment));
        }
      }
    }
    return Optional.empty();
  }

  private static String variable(Map<String, String> environment, String name) {
    return environment.entrySet().stream()
        .filter(entry -> entry.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }

  boolean isAt(Path place) {
    return program.equals(place);
  }

  /// As git says it, without the words before: `2.39.5`.
  public String version() throws InterruptedException {
    var said = run(null, "", List.of("--version"));
    return said.out().strip().replaceFirst("^git version ", "");
  }

  /// Makes an annotated tag whose message is exactly `message`, and nothing else: nothing is
  /// pushed.
  ///
  /// @param root top folder of the work tree
  /// @param commit digest of what is tagged
  /// @throws Problem where git refuses, with its words; nothing was made then
  public void createTag(Path root, String name, String commit, String message, TagSigning signing)
      throws InterruptedException {
    var arguments = new ArrayList<String>();
    if (signing instanceof TagSigning.SshKey key) {
      requireSshSigning();
      arguments.addAll(List.of("-c", "gpg.format=ssh", "-c", "user.signingKey=" + key.file()));
    }
    var sign = !(signing instanceof TagSigning.Unsigned);
    arguments.addAll(List.of("-c", "tag.gpgSign=" + sign, "tag", sign ? "-s" : "-a"));
    arguments.addAll(List.of("--cleanup=verbatim", "-F", "-", "--", name, commit));
    var said = run(root, message, arguments);
    if (said.exit() != 0) {
      throw refused(name, signing, said);
    }
    if (sign && !isSigned(root, name)) {
      // git 2.39, at least, makes an unsigned tag when ssh-keygen fails, and says that all is well
      run(root, "", List.of("tag", "-d", "--", name));
      throw refused(name, signing, said);
    }
  }

  private static boolean isSigned(Path root, String name) {
    try (var repository = GitRepository.open(root)) {
      return repository.tag(name).map(GitTag::isSigned).orElse(false);
    }
  }

  private void requireSshSigning() throws InterruptedException {
    var version = version();
    var parts = VERSION.matcher(version);
    if (parts.lookingAt()) {
      var major = Integer.parseInt(parts.group(1));
      if (major < 2 || (major == 2 && Integer.parseInt(parts.group(2)) < 34)) {
        throw Problem.of(
            "Tag not signed",
            "git " + version + " cannot sign with SSH keys.",
            "Install git 2.34 or newer.");
      }
    }
  }

  private static Problem refused(String name, TagSigning signing, GitProcess.Said said) {
    var words = said.err().strip();
    var lower = words.toLowerCase(Locale.ROOT);
    if (signing instanceof TagSigning.SshKey(var key) && lower.contains("passphrase")) {
      return Problem.of(
          "Tag " + name + " not made",
          "The key " + key + " has a passphrase, and no agent holds it.",
          "Hand it to the agent with: ssh-add " + key);
    }
    if (said.timedOut()) {
      return Problem.of(
          "Tag " + name + " not made",
          "git did not finish within "
              + PATIENCE.toSeconds()
              + " seconds; it may be waiting for a passphrase.",
          "Unlock the signing key (ssh-add, or gpg once by hand) and run the step again.");
    }
    return Problem.of(
        "Tag " + name + " not made",
        "git did not sign or make it: "
            + (words.isEmpty() ? "exit code " + said.exit() : oneLine(words))
            + ".",
        "Correct what git complains about and run the step again.");
  }

  private static String oneLine(String words) {
    var line = words.lines().map(String::strip).filter(text -> !text.isEmpty()).toList();
    var joined = String.join("; ", line);
    return joined.endsWith(".") ? joined.substring(0, joined.length() - 1) : joined;
  }

  /// What git says about a tag's signature.
  ///
  /// @param good whether the signature is valid under the trust file
  /// @param words git's own words
  public record TagVerification(boolean good, String words) {}

  /// Verifies a tag that was signed with an SSH key.
  ///
  /// @param allowedSigners the trust file, in OpenSSH's format
  public TagVerification verifyTag(Path root, String name, Path allowedSigners)
      throws InterruptedException {
    var said =
        run(
            root,
            "",
            List.of(
                "-c", "gpg.ssh.allowedSignersFile=" + allowedSigners, "verify-tag", "--", name));
    return new TagVerification(said.exit() == 0, (said.err() + said.out()).strip());
  }

  private GitProcess.Said run(@Nullable Path root, String input, List<String> arguments)
      throws InterruptedException {
    var command = new ArrayList<String>();
    command.add(program.toString());
    command.addAll(arguments);
    return new GitProcess(environment, PATIENCE)
        .run(command, root, input.getBytes(StandardCharsets.UTF_8));
  }
}
