package dev.plimsoll.core;

import dev.plimsoll.core.audit.LogEntries;
import dev.plimsoll.core.audit.LogStore;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.trust.Ed25519PublicKey;
import dev.plimsoll.core.trust.KeyFiles;
import dev.plimsoll.core.trust.PassphraseSource;
import dev.plimsoll.core.trust.Signer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The keys with which this installation signs the checkpoints of its logs: one at a time, kept in
/// `keys/audit-log`. While it is being replaced the new one lies beside it (`audit-log.next`);
/// those that were replaced are kept (`audit-log.former-N`) and sign no checkpoint any more.
/// Thread-safe.
final class LogKeyRing implements AutoCloseable {
  private static final String KEY = "audit-log";
  private static final String NEXT = "audit-log.next";
  private static final String FORMER = "audit-log.former-";

  private final Installation installation;
  private final Path folder;
  private final Map<Path, Signer> open = new HashMap<>();

  LogKeyRing(Installation installation) {
    this.installation = installation;
    this.folder = installation.keyFolder();
  }

  /// Whether a file of this name is a log's key and no person's.
  static boolean isLogKey(String name) {
    return name.equals(KEY) || name.equals(NEXT) || name.startsWith(FORMER);
  }

  /// The key that signs; made when it is first asked for.
  synchronized Signer current() {
    var file = folder.resolve(KEY);
    settle();
    if (!Files.exists(file)) {
      make(file);
    }
    return opened(file);
  }

  /// The key that signs this log: the next one where it was handed over to that already.
  Signer of(LogStore log) {
    var next = next();
    if (next.isPresent()
        && (log.head().size() == 0
            || new LogEntries(log).keys().current().equals(next.get().publicKey()))) {
      return next.get();
    }
    return current();
  }

  /// The key that is taking over, where a change was begun and not finished.
  synchronized Optional<Signer> next() {
    settle();
    var file = folder.resolve(NEXT);
    return Files.exists(file) ? Optional.of(opened(file)) : Optional.empty();
  }

  /// Begins a change: the new key, made unless it is there.
  synchronized Signer beginNext() {
    current();
    var file = folder.resolve(NEXT);
    if (!Files.exists(file)) {
      make(file);
    }
    return opened(file);
  }

  /// Ends a change: the new key takes the place of the old one, which is kept under another name.
  synchronized void finish() {
    var file = folder.resolve(KEY);
    if (!Files.exists(folder.resolve(NEXT))) {
      return;
    }
    var number = 1;
    while (Files.exists(folder.resolve(FORMER + number))) {
      number++;
    }
    move(file, folder.resolve(FORMER + number));
    settle();
  }

  /// A change that was cut off between its two renames.
  private void settle() {
    var file = folder.resolve(KEY);
    var next = folder.resolve(NEXT);
    if (!Files.exists(file) && Files.exists(next)) {
      move(next, file);
    }
  }

  /// The public half first: cut off between the two, a secret is where it was, and moved next time.
  private void move(Path from, Path to) {
    var signer = open.remove(from);
    if (signer != null) {
      open.put(to, signer);
    }
    try {
      var half = from.resolveSibling(from.getFileName() + ".pub");
      if (Files.exists(half)) {
        Files.move(
            half,
            to.resolveSibling(to.getFileName() + ".pub"),
            StandardCopyOption.REPLACE_EXISTING);
      }
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw Problem.of(
          "Key not put in its place",
          from + " cannot be renamed to " + to.getFileName() + ": " + e.getMessage() + ".",
          "Give yourself access to " + folder + ", then run: plimsoll audit rotate-key",
          e);
    }
  }

  /// Any of them, former ones too: for a former key's word on the one that follows it.
  synchronized Optional<Signer> any(Ed25519PublicKey key) {
    return files().stream()
        .map(this::opened)
        .filter(signer -> signer.publicKey().equals(key))
        .findFirst();
  }

  private List<Path> files() {
    var files = new ArrayList<Path>();
    for (var name : List.of(KEY, NEXT)) {
      if (Files.exists(folder.resolve(name))) {
        files.add(folder.resolve(name));
      }
    }
    for (var n = 1; Files.exists(folder.resolve(FORMER + n)); n++) {
      files.add(folder.resolve(FORMER + n));
    }
    return files;
  }

  private Signer opened(Path file) {
    return open.computeIfAbsent(file, it -> KeyFiles.open(it, PassphraseSource.none()));
  }

  private void make(Path file) {
    try {
      KeyFiles.create(file, "plimsoll audit log", null, installation.random());
    } catch (Problem madeMeanwhile) {
      if (!Files.exists(file)) {
        throw madeMeanwhile;
      }
    }
  }

  @Override
  public synchronized void close() {
    open.values().forEach(Signer::close);
    open.clear();
  }
}
