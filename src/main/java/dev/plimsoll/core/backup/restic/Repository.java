package dev.plimsoll.core.backup.restic;

import dev.plimsoll.core.backup.Manifest;
import dev.plimsoll.core.backup.ManifestFault;
import dev.plimsoll.core.backup.ManifestReader;
import dev.plimsoll.core.backup.Surroundings;
import dev.plimsoll.core.model.BackupSet;
import dev.plimsoll.core.model.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/// One restic repository, asked by the installed program. Thread-safe.
final class Repository {
  static final String MANIFEST = "manifest.json";

  /// `sftp:`, `s3:`, `rest:` ...; one letter is a drive.
  private static final Pattern ADDRESS = Pattern.compile("[a-z0-9]{2,}:.*");

  /// What its back ends take their keys from; a project may name them among its secrets.
  private static final List<String> KEYS =
      List.of(
          "AWS_ACCESS_KEY_ID",
          "AWS_SECRET_ACCESS_KEY",
          "AWS_SESSION_TOKEN",
          "B2_ACCOUNT_ID",
          "B2_ACCOUNT_KEY",
          "AZURE_ACCOUNT_NAME",
          "AZURE_ACCOUNT_KEY",
          "RESTIC_REST_USERNAME",
          "RESTIC_REST_PASSWORD");

  /// Characters of its list of snapshots: some hundred thousand of them.
  private static final int LONGEST_LIST = 1 << 26;

  private static final Pattern DIGEST = Pattern.compile("\\b([0-9a-f]{8})[0-9a-f]{56}\\b");
  private static final String NOT_THERE = "is there a repository at the following location";
  private static final String NO_CONFIG = "unable to open config file";
  private static final String LOCKED = "already locked";
  private static final Pattern HOLDER = Pattern.compile("by PID (\\d+) on (\\S+)");
  private static final int WRONG_PASSWORD = 12;

  /// The words of `wrong password or no key found`: a word of it may be a password, and be masked.
  private static final List<String> NOT_OPENED = List.of("wrong password", "no key found");

  private final BackupSet set;
  private final Surroundings around;

  Repository(BackupSet set, Surroundings around) {
    this.set = set;
    this.around = around;
  }

  /// Its address, for a person.
  String address() {
    var to = set.place().to();
    return ADDRESS.matcher(to).matches() ? to : around.resolve(to).toString();
  }

  /// @throws Problem where restic is missing or too old, or the password is not known
  Program program() throws InterruptedException {
    var inherited = new HashMap<>(around.machine().environment());
    for (var name : KEYS) {
      var key = around.machine().keys().key(name);
      if (key != null) {
        inherited.put(name, new String(key, StandardCharsets.UTF_8));
      }
    }
    var program =
        new Program(Program.environment(inherited, address(), password()), around.machine().mask());
    program.checkVersion();
    return program;
  }

  private String password() {
    var name = Objects.requireNonNullElse(set.place().password(), "");
    var password = around.machine().keys().key(name);
    if (password == null || password.length == 0) {
      throw Problem.of(
          "Repository not opened",
          "The repository of "
              + set.name()
              + " is opened by the secret "
              + name
              + ", which has no value.",
          "Set the environment variable "
              + name
              + " before Plimsoll is started, and name it under secrets in"
              + " .plimsoll/project.yaml.");
    }
    return new String(password, StandardCharsets.UTF_8);
  }

  /// What is in it now, oldest first; a repository that is not there yet holds nothing.
  List<Lines.Snapshot> snapshots() throws InterruptedException {
    return snapshots(false);
  }

  /// The same of a repository that was there a moment ago: one that is gone says nothing of what
  /// became of its snapshots.
  List<Lines.Snapshot> stillThere() throws InterruptedException {
    return snapshots(true);
  }

  private List<Lines.Snapshot> snapshots(boolean mustBeThere) throws InterruptedException {
    var said = new StringBuilder();
    var ended = ask(Program.text(said, LONGEST_LIST), List.of("snapshots", "--json", "--no-lock"));
    if (!ended.isGood()) {
      if (!mustBeThere && isMissing(ended)) {
        return List.of();
      }
      throw unreadable(ended);
    }
    return Lines.snapshots(said.toString())
        .orElseThrow(() ->
            Problem.of(
                "Backups not listed",
                "restic's list of snapshots cannot be read.",
                "Run restic snapshots in a terminal, and see what it says."));
  }

  /// Makes it where it is not there yet.
  ///
  /// @param wasThere whether there was one before: an empty mount point is no place to begin anew
  void prepare(boolean wasThere) throws InterruptedException {
    var ended = ask(Program.lines(_ -> {}), List.of("cat", "config", "--no-lock"));
    if (ended.isGood()) {
      return;
    }
    if (!isMissing(ended)) {
      throw unreadable(ended);
    }
    if (wasThere) {
      throw gone("Backup not taken");
    }
    var made = ask(Program.lines(_ -> {}), List.of("init"));
    if (!made.isGood()) {
      throw Problem.of(
          "Backup not taken",
          "No repository could be made at " + address() + ": " + reason(made) + ".",
          "See that the place is there and can be written to.");
    }
  }

  /// Whether it is there and opens now, and nobody else holds it.
  boolean isReadable() throws InterruptedException {
    return program()
        .run(around.repository(), Program.lines(_ -> {}), List.of("cat", "config"))
        .isGood();
  }

  private static boolean isMissing(Program.Ended ended) {
    var said = ended.said().toLowerCase(Locale.ROOT);
    return said.contains(NOT_THERE) || said.contains(NO_CONFIG) || said.contains("does not exist");
  }

  static boolean isFull(Program.Ended ended) {
    return ended.said().toLowerCase(Locale.ROOT).contains("no space left");
  }

  private Problem gone(String what) {
    return Problem.of(
        what,
        "There is no repository at "
            + address()
            + ", although backups of "
            + set.name()
            + " were made before.",
        "See that its disk is there. Where a new one is meant to begin: restic init --repo "
            + address());
  }

  Problem unreadable(Program.Ended ended) {
    if (isMissing(ended)) {
      return gone("Repository not opened");
    }
    var said = ended.said().toLowerCase(Locale.ROOT);
    return ended.code() == WRONG_PASSWORD || NOT_OPENED.stream().anyMatch(said::contains)
        ? Problem.of(
            "Repository not opened",
            "The secret " + set.place().password() + " does not open " + address() + ".",
            "Set it to the password that the repository was made with before Plimsoll is started.")
        : Problem.of(
            "Repository not opened",
            "restic cannot read " + address() + ": " + reason(ended) + ".",
            "See that the place is there, then try again.");
  }

  /// The first line of what it said, without its full stop; digests are shortened.
  static String reason(Program.Ended ended) {
    var first =
        ended
            .said()
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .findFirst()
            .orElse("it ended with " + ended.code() + " and said nothing");
    return DIGEST
        .matcher(first.replaceFirst("^Fatal: ", "").replaceFirst("\\.$", ""))
        .replaceAll("$1");
  }

  Program.Ended ask(Program.Reading reading, List<String> words) throws InterruptedException {
    return ask(around.repository(), reading, words);
  }

  private Problem inUse(Program.Ended ended) {
    var holder = HOLDER.matcher(ended.said());
    return Problem.of(
        "Repository in use",
        "Another restic is at work in "
            + address()
            + (holder.find() ? ", as process " + holder.group(1) + " on " + holder.group(2) : "")
            + ".",
        "Wait until it has ended, then try again.");
  }

  /// @throws Problem where somebody else is at work in it
  Program.Ended ask(Path folder, Program.Reading reading, List<String> words)
      throws InterruptedException {
    var ended = tried(folder, reading, words);
    if (!ended.isGood() && ended.said().contains(LOCKED)) {
      throw inUse(ended);
    }
    return ended;
  }

  /// The lock of one that ended without removing it is forgotten by restic itself; that of somebody
  /// who is at work stays.
  private Program.Ended tried(Path folder, Program.Reading reading, List<String> words)
      throws InterruptedException {
    var program = program();
    var ended = program.run(folder, reading, words);
    if (!ended.isGood() && ended.said().contains(LOCKED)) {
      program.run(folder, Program.lines(_ -> {}), List.of("unlock"));
      return program.run(folder, reading, words);
    }
    return ended;
  }

  /// @param bytes that were freed, to the thousandth of a unit that restic tells them in; 0 where
  ///   it does not say
  record Freed(Program.Ended ended, long bytes) {}

  /// Lets go of snapshots, and of the data that nothing else needs.
  Freed forget(List<String> ids) throws InterruptedException {
    var words = words("forget", "--prune");
    words.addAll(ids);
    var freed = new AtomicLong();
    var ended =
        tried(
            around.repository(),
            Program.lines(line -> Lines.freed(line).ifPresent(freed::set)),
            words);
    return new Freed(ended, freed.get());
  }

  /// A snapshot gets another name by that.
  void retag(String id, String from, List<String> to) throws InterruptedException {
    var words = words("tag", "--remove", from, "--add", String.join(",", to), id);
    var ended = ask(Program.lines(_ -> {}), words);
    if (!ended.isGood()) {
      throw Problem.of(
          "Backup not taken",
          "The snapshot could not be marked as verified: " + reason(ended) + ".",
          "Take the backup again.");
    }
  }

  /// @throws Problem where the snapshot has none, or it cannot be read
  Manifest manifest(String id) throws InterruptedException {
    var bytes = new ByteArrayOutputStream();
    var ended =
        ask(
            out -> {
              var block = new byte[1 << 16];
              for (var n = out.read(block); n >= 0; n = out.read(block)) {
                if (bytes.size() + n > ManifestReader.LARGEST) {
                  throw new IOException("the manifest is too large");
                }
                bytes.write(block, 0, n);
              }
            },
            words("dump", "--no-lock", id, "/" + MANIFEST));
    if (!ended.isGood()) {
      throw Problem.of(
          "Backup not read",
          "The manifest of " + id + " cannot be read: " + reason(ended) + ".",
          "List what is there: plimsoll backup list --set " + set.name());
    }
    try {
      return ManifestReader.read(bytes.toByteArray());
    } catch (ManifestFault broken) {
      throw Problem.of(
          "Backup not read",
          id + ": " + broken.getMessage(),
          "Go back to another backup: plimsoll backup list --set " + set.name(),
          broken);
    }
  }

  static List<String> words(String... words) {
    return new ArrayList<>(List.of(words));
  }
}
