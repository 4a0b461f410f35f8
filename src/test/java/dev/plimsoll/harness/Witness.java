package dev.plimsoll.harness;

import dev.plimsoll.core.audit.ChainLines;
import dev.plimsoll.core.audit.ChainVerdict;
import dev.plimsoll.core.audit.ChainVerification;
import dev.plimsoll.core.audit.CheckpointFile;
import dev.plimsoll.core.audit.EvidenceStore;
import dev.plimsoll.core.audit.Known;
import dev.plimsoll.core.audit.LogEntries;
import dev.plimsoll.core.audit.LogEntry;
import dev.plimsoll.core.audit.LogStore;
import dev.plimsoll.core.history.EvidenceFiles;
import dev.plimsoll.core.history.HistoryStore;
import dev.plimsoll.core.model.Standing;
import dev.plimsoll.core.trust.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Looks at what a killed process left behind, and tells what is wrong with it.
final class Witness {
  private final Path home;

  Witness(Path home) {
    this.home = home;
  }

  /// What was found.
  ///
  /// @param faults one sentence each; empty is good
  /// @param entries how many the log has
  /// @param running attempts that were under way
  record Seen(List<String> faults, long entries, int running) {}

  /// @param acknowledged everything that any process ever said
  Seen look(List<Acknowledged> acknowledged) throws IOException {
    var faults = new ArrayList<String>();
    if (!Files.exists(home.resolve("history.db"))) {
      return new Seen(faults, 0, 0);
    }
    try (var store = HistoryStore.open(home.resolve("history.db"), HistoryStore.PATIENCE)) {
      if (store.logs().isEmpty()) {
        return new Seen(faults, 0, 0);
      }
      var log = store.log(store.logs().getLast());
      chain(log, faults);
      var entries = new LogEntries(log).all().toList();
      var conclusions = conclusions(entries, faults);
      for (var each : acknowledged) {
        lost(each, entries, conclusions, faults);
      }
      evidence(entries, faults);
      return new Seen(faults, entries.size(), running(entries));
    }
  }

  private void chain(LogStore log, List<String> faults) throws IOException {
    var known = Known.NOTHING;
    var folder = home.resolve("checkpoints");
    if (Files.isDirectory(folder)) {
      try (var files = Files.list(folder)) {
        for (var file : files.filter(it -> !it.toString().endsWith(".new")).toList()) {
          known =
              new CheckpointFile(file)
                  .last()
                  .map(signed -> Known.of(signed.checkpoint()))
                  .orElse(known);
        }
      }
    }
    var verdict = new ChainVerification(ChainLines.of(log), known).run();
    if (!(verdict instanceof ChainVerdict.Whole) && log.head().size() > 0) {
      faults.add("The chain: " + verdict.sentence());
    }
  }

  private static String attempt(LogEntry entry) {
    return entry.data().get("run")
        + " "
        + entry.data().get("step")
        + " "
        + entry.data().get("attempt");
  }

  /// Every attempt is concluded at most once, and after it was started.
  private static Map<String, String> conclusions(List<LogEntry> entries, List<String> faults) {
    var started = new LinkedHashMap<String, LogEntry>();
    var concluded = new LinkedHashMap<String, String>();
    for (var entry : entries) {
      switch (entry.event()) {
        case "step.started" -> {
          if (started.put(attempt(entry), entry) != null) {
            faults.add("Started twice: " + attempt(entry));
          }
        }
        case "step.concluded" -> {
          var outcome = String.valueOf(entry.data().get("outcome"));
          if (!started.containsKey(attempt(entry))
              || concluded.put(attempt(entry), outcome) != null) {
            faults.add("Concluded without a start, or twice: " + attempt(entry));
          }
        }
        default -> {
          // not about an attempt
        }
      }
    }
    return concluded;
  }

  private static int running(List<LogEntry> entries) {
    var open = 0;
    for (var entry : entries) {
      open += entry.event().equals("step.started") ? 1 : 0;
      open -= entry.event().equals("step.concluded") ? 1 : 0;
    }
    return open;
  }

  private static void lost(
      Acknowledged each,
      List<LogEntry> entries,
      Map<String, String> conclusions,
      List<String> faults) {
    switch (each) {
      case Acknowledged.Head head -> {
        var kept =
            head.size() == 0
                || (entries.size() >= head.size()
                    && entries.get((int) head.size() - 1).hash().equals(head.hash()));
        if (!kept) {
          faults.add("Lost: entry " + (head.size() - 1) + " was acknowledged.");
        }
      }
      case Acknowledged.Concluded step -> {
        var kept =
            step.standing() == Standing.WAIVED
                ? entries.stream().anyMatch(entry -> isWaiver(entry, step.step()))
                : conclusions.entrySet().stream()
                    .anyMatch(it ->
                        it.getKey().contains(" " + step.step() + " ")
                            && it.getValue().equals(step.standing().name()));
        if (!kept) {
          faults.add("Lost: " + step.step() + " was told to be " + step.standing() + ".");
        }
      }
    }
  }

  private static boolean isWaiver(LogEntry entry, String step) {
    return entry.event().equals("waiver.granted") && step.equals(entry.data().get("step"));
  }

  /// Every file that an entry names is there, and is that file.
  private void evidence(List<LogEntry> entries, List<String> faults) throws IOException {
    EvidenceStore store = new EvidenceFiles(home.resolve("evidence"));
    for (var entry : entries) {
      if (entry.data().get("evidence") instanceof List<?> files) {
        for (var file : files) {
          var digest = String.valueOf(((Map<?, ?>) file).get("sha256"));
          if (!store.contains(digest)) {
            faults.add("Evidence missing: " + digest + " of entry " + entry.seq());
            continue;
          }
          try (var in = store.open(digest)) {
            if (!Digests.sha256Hex(in.readAllBytes()).equals(digest)) {
              faults.add("Evidence changed: " + digest + " of entry " + entry.seq());
            }
          }
        }
      }
    }
  }
}
