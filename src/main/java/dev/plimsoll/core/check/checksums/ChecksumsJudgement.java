package dev.plimsoll.core.check.checksums;

import dev.plimsoll.core.check.checksums.Checksums.Tolerance;
import dev.plimsoll.core.check.checksums.ListedFile.Seen;
import dev.plimsoll.core.check.clause.Clause;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.Position;
import dev.plimsoll.core.model.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Judges what the lists say against what is there. No entry at all never passes.
record ChecksumsJudgement(Checksums verb) {
  private static final int MOST_NAMED = 50;

  Outcome judge(ChecksumsFacts facts) {
    var names = String.join(", ", verb.lists());
    if (facts.lists() == 0) {
      return new Outcome.Unavailable(
          "no list of digests",
          List.of(
              new Finding(
                  Severity.ERROR,
                  "No file matches " + names + ".",
                  null,
                  "Correct 'list', or write the digests.")));
    }
    var clauses = new ArrayList<Clause>();
    compared(facts, clauses);
    unlike(facts, clauses);
    twice(facts, clauses);
    complete(facts, clauses);
    upperCase(facts, clauses);
    if (!facts.unread().isEmpty()) {
      clauses.add(
          new Clause(
              Clause.Verdict.UNCLEAR,
              counted(facts.unread().size(), "part") + " of the lists not readable",
              bounded(facts.unread())));
    }
    return Clause.outcome(clauses);
  }

  private void compared(ChecksumsFacts facts, List<Clause> clauses) {
    var files = facts.files().stream().map(ListedFile::path).distinct().count();
    var same = facts.files().stream().filter(file -> file.seen() instanceof Seen.Same).count();
    if (files >= verb.atLeast()) {
      clauses.add(Clause.held(same + " of " + facts.files().size() + " listed files as recorded"));
    } else if (facts.unread().isEmpty() || files > 0) {
      clauses.add(
          Clause.broken(
              counted((int) files, "file") + " listed",
              Finding.error(
                  "Expected at least "
                      + counted(verb.atLeast(), "file")
                      + " in the lists, saw "
                      + files
                      + ".")));
    }
  }

  private void unlike(ChecksumsFacts facts, List<Clause> clauses) {
    var broken = new ArrayList<Finding>();
    var tolerated = new ArrayList<Finding>();
    var unreadable = new ArrayList<Finding>();
    var counts = new TreeMap<String, Integer>();
    for (var file : facts.files()) {
      switch (file.seen()) {
        case Seen.Same _ -> {}
        case Seen.Different(_, var difference, var pointer) -> {
          var soft = isTolerated(difference);
          (soft ? tolerated : broken).add(different(file, difference, pointer, soft));
          counts.merge(
              difference == Difference.CONTENT
                  ? "changed"
                  : "unlike only in line ends" + (soft ? ", tolerated" : ""),
              1,
              Integer::sum);
        }
        case Seen.Missing _ -> {
          broken.add(
              at(
                  file,
                  file.path() + " is not there.",
                  "Put it back, or take it off the list on purpose."));
          counts.merge("missing", 1, Integer::sum);
        }
        case Seen.LeadsOut _ -> {
          broken.add(
              at(
                  file,
                  "'" + file.path() + "' leads out of the repository.",
                  "List files inside it."));
          counts.merge("outside the repository", 1, Integer::sum);
        }
        case Seen.Itself _ -> {
          broken.add(
              at(
                  file,
                  "The list names its own digest, which no list can hold.",
                  "Remove the line."));
          counts.merge("naming itself", 1, Integer::sum);
        }
        case Seen.Unreadable _ ->
            unreadable.add(at(file, file.path() + " cannot be read.", "See who may read it."));
      }
    }
    if (!broken.isEmpty()) {
      clauses.add(Clause.broken(words(counts), bounded(broken)));
    }
    if (!tolerated.isEmpty()) {
      clauses.add(Clause.doubtful(words(counts), bounded(tolerated)));
    }
    if (!unreadable.isEmpty()) {
      clauses.add(
          new Clause(
              Clause.Verdict.UNCLEAR, unreadable.size() + " not readable", bounded(unreadable)));
    }
  }

  private boolean isTolerated(Difference difference) {
    return switch (difference) {
      case LINE_ENDINGS -> verb.tolerate().contains(Tolerance.LINE_ENDINGS);
      case FINAL_NEWLINE -> verb.tolerate().contains(Tolerance.FINAL_NEWLINE);
      case BOTH -> verb.tolerate().size() == Tolerance.values().length;
      case CONTENT -> false;
    };
  }

  private static Finding different(
      ListedFile file, Difference difference, boolean pointer, boolean soft) {
    var next =
        switch (difference) {
          case CONTENT ->
              pointer
                  ? "It is a pointer of Git LFS: fetch the content with git lfs pull."
                  : "Find out who changed it; record it anew only if that was meant.";
          case LINE_ENDINGS, BOTH ->
              "Keep git from changing line ends: write '"
                  + file.path()
                  + " -text' in .gitattributes.";
          case FINAL_NEWLINE -> "See which editor changes it.";
        };
    return new Finding(
        soft ? Severity.WARNING : Severity.ERROR,
        file.path() + " " + difference.words() + ".",
        file.entry().at(),
        next);
  }

  private static void twice(ChecksumsFacts facts, List<Clause> clauses) {
    var first = new HashMap<String, DigestEntry>();
    var broken = new ArrayList<Finding>();
    for (var file : facts.files()) {
      var before = first.putIfAbsent(file.path(), file.entry());
      if (before != null && !before.sha256().equalsIgnoreCase(file.entry().sha256())) {
        broken.add(
            at(
                file,
                file.path() + " is listed with another digest at " + before.at() + ".",
                "Keep the right one."));
      }
    }
    if (!broken.isEmpty()) {
      clauses.add(Clause.broken(broken.size() + " listed twice, differently", bounded(broken)));
    }
  }

  private void complete(ChecksumsFacts facts, List<Clause> clauses) {
    if (verb.complete().isEmpty()) {
      return;
    }
    var globs = String.join(", ", verb.complete());
    if (facts.candidates() == 0) {
      clauses.add(
          Clause.broken(
              "no file under " + globs,
              new Finding(
                  Severity.ERROR,
                  "No file matches " + globs + ".",
                  null,
                  "Correct 'complete', or put the files there.")));
      return;
    }
    var broken =
        facts.notListed().stream()
            .map(path ->
                Finding.error(
                    path + " is in no list.",
                    Position.of(path),
                    "Record its digest, or remove it."))
            .toList();
    clauses.add(
        broken.isEmpty()
            ? Clause.held("all " + facts.candidates() + " under " + globs + " listed")
            : Clause.broken(broken.size() + " not listed", bounded(broken)));
  }

  private static void upperCase(ChecksumsFacts facts, List<Clause> clauses) {
    var upper = facts.files().stream().filter(file -> file.entry().isUpperCase()).toList();
    if (!upper.isEmpty()) {
      clauses.add(
          new Clause(
              Clause.Verdict.HELD,
              "upper-case digits read",
              List.of(
                  new Finding(
                      Severity.NOTE,
                      counted(upper.size(), "digest")
                          + " with capital letters; some programs compare them as text.",
                      upper.getFirst().entry().at(),
                      null))));
    }
  }

  private static Finding at(ListedFile file, String sentence, String next) {
    return Finding.error(sentence, file.entry().at(), next);
  }

  private static List<Finding> bounded(List<Finding> all) {
    if (all.size() <= MOST_NAMED) {
      return all;
    }
    var named = new ArrayList<>(all.subList(0, MOST_NAMED));
    named.add(
        new Finding(
            all.getFirst().severity(),
            "And " + (all.size() - MOST_NAMED) + " more of this kind.",
            null,
            null));
    return named;
  }

  private static String words(Map<String, Integer> counts) {
    var words = new ArrayList<String>();
    counts.forEach((kind, count) -> words.add(count + " " + kind));
    return String.join(", ", words).toLowerCase(Locale.ROOT);
  }

  private static String counted(int count, String thing) {
    return count + " " + thing + (count == 1 ? "" : "s");
  }
}
