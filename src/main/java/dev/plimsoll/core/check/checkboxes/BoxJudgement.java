package dev.plimsoll.core.check.checkboxes;

import dev.plimsoll.core.check.checkboxes.Checkboxes.Boxes;
import dev.plimsoll.core.check.checkboxes.Checkboxes.Demand;
import dev.plimsoll.core.check.clause.Clause;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Severity;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Judges the boxes of an acceptance list. No box at all never passes.
///
/// @param today no box may be ticked later
/// @param exists whether what a box of this file refers to is there
/// @param changed the paths that a commit changed, empty where there is no such commit
record BoxJudgement(
    Boxes rules,
    Placeholders placeholders,
    LocalDate today,
    BiPredicate<String, String> exists,
    Function<String, Optional<Set<String>>> changed) {
  private static final Pattern COMMIT = Pattern.compile("\\b(?=[a-f]*\\d)[0-9a-f]{7,40}\\b");
  private static final Pattern DATE = Pattern.compile("\\b(\\d{4}-\\d{2}-\\d{2})\\b");
  private static final Pattern PATH =
      Pattern.compile("[\\w.@-]+(?:/[\\w.@-]+)+|[\\w-]+\\.[a-z0-9]{1,6}");
  private static final int MOST_NAMED = 50;

  List<Clause> judge(List<Box> boxes, String places) {
    var clauses = new ArrayList<Clause>();
    if (boxes.size() < rules.atLeast()) {
      clauses.add(
          Clause.broken(
              boxes.size() + (boxes.size() == 1 ? " box" : " boxes"),
              Finding.error(
                  "Expected at least "
                      + rules.atLeast()
                      + " in "
                      + places
                      + ", saw "
                      + boxes.size()
                      + ".")));
      if (boxes.isEmpty()) {
        return clauses;
      }
    }
    var ticked = boxes.stream().filter(Box::ticked).toList();
    if (rules.demands().contains(Demand.TICKED)) {
      clauses.add(
          each(
              boxes,
              ticked.size() + " of " + boxes.size() + " ticked",
              box ->
                  box.ticked()
                      ? Optional.empty()
                      : Optional.of(error(box, "is not ticked.", "Do it, and tick it."))));
    } else {
      clauses.add(Clause.held(ticked.size() + " of " + boxes.size() + " ticked"));
    }
    items(boxes, places).ifPresent(clauses::add);
    nothingToLookAt(boxes, ticked).ifPresent(clauses::add);
    clauses.addAll(hands(ticked));
    if (rules.demands().contains(Demand.EVIDENCE) && !ticked.isEmpty()) {
      clauses.add(each(ticked, "evidence of what is ticked", this::evidence));
    }
    if (rules.demands().contains(Demand.COMMIT) && !ticked.isEmpty()) {
      clauses.add(each(ticked, "commits of what is ticked", this::commit));
    }
    onlyFlaws(ticked, "dates not right", this::date).ifPresent(clauses::add);
    onlyFlaws(boxes, "placeholders left", this::placeholder).ifPresent(clauses::add);
    return clauses;
  }

  private interface Flaw {
    Optional<Finding> of(Box box);
  }

  private static Clause each(List<Box> boxes, String observed, Flaw flaw) {
    var findings = flaws(boxes, flaw);
    return findings.isEmpty() ? Clause.held(observed) : Clause.broken(observed, findings);
  }

  private static Optional<Clause> onlyFlaws(List<Box> boxes, String observed, Flaw flaw) {
    var findings = flaws(boxes, flaw);
    return findings.isEmpty() ? Optional.empty() : Optional.of(Clause.broken(observed, findings));
  }

  private static List<Finding> flaws(List<Box> boxes, Flaw flaw) {
    var all = boxes.stream().flatMap(box -> flaw.of(box).stream()).toList();
    if (all.size() <= MOST_NAMED) {
      return all;
    }
    var named = new ArrayList<>(all.subList(0, MOST_NAMED));
    named.add(Finding.error("And " + (all.size() - MOST_NAMED) + " more."));
    return named;
  }

  private Optional<Clause> items(List<Box> boxes, String places) {
    var missing = new ArrayList<Finding>();
    for (var item : rules.items()) {
      var wanted = item.toLowerCase(Locale.ROOT);
      if (boxes.stream().noneMatch(box -> box.text().toLowerCase(Locale.ROOT).contains(wanted))) {
        missing.add(
            Finding.error(
                "No box of " + places + " speaks of '" + item + "'.",
                boxes.getFirst().at(),
                "Add it to the list."));
      }
    }
    if (rules.items().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        missing.isEmpty()
            ? Clause.held("all of " + String.join(", ", rules.items()) + " in the list")
            : Clause.broken(missing.size() + " not in the list", missing));
  }

  /// What is asked of ticked boxes cannot hold of none.
  private Optional<Clause> nothingToLookAt(List<Box> boxes, List<Box> ticked) {
    var asked = rules.demands().stream().anyMatch(demand -> demand != Demand.TICKED);
    return !asked || !ticked.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Clause.broken(
                "nothing ticked",
                Finding.error(
                    "No box is ticked, so nobody and nothing stands behind one.",
                    boxes.getFirst().at(),
                    "Tick what was done, and say by whom or with what.")));
  }

  private List<Clause> hands(List<Box> ticked) {
    if (!rules.demands().contains(Demand.NAMED) || ticked.isEmpty()) {
      return List.of();
    }
    var hands = new Hands(rules.by());
    var people = new TreeSet<String>();
    ticked.forEach(box -> hands.of(box).ifPresent(people::add));
    var clauses = new ArrayList<Clause>();
    onlyFlaws(
            ticked,
            "ticked by nobody named",
            box ->
                hands.of(box).isPresent()
                    ? Optional.empty()
                    : Optional.of(
                        error(box, "does not say who ticked it.", "Add (name, YYYY-MM-DD).")))
        .ifPresent(clauses::add);
    var names = String.join(", ", people);
    if (people.size() < rules.people()) {
      clauses.add(
          Clause.broken(
              people.isEmpty() ? "ticked by nobody named" : "ticked by " + names,
              Finding.error(
                  people.size() == 1
                      ? "Every box was ticked by the same hand: " + names + "."
                      : "Expected at least "
                          + rules.people()
                          + " people, saw "
                          + people.size()
                          + ".",
                  ticked.getFirst().at(),
                  "Let somebody else look as well.")));
    } else if (people.size() == 1 && ticked.size() > 1 && rules.people() == 0) {
      clauses.add(
          Clause.doubtful(
              "ticked by " + names + " alone",
              List.of(
                  new Finding(
                      Severity.WARNING,
                      "Every box was ticked by the same hand: " + names + ".",
                      ticked.getFirst().at(),
                      null))));
    } else if (!people.isEmpty()) {
      clauses.add(Clause.held("by " + names));
    }
    return clauses;
  }

  /// A link or a path; what leads nowhere is no evidence.
  private Optional<Finding> evidence(Box box) {
    var file = box.at().file();
    var paths = box.code().stream().filter(code -> PATH.matcher(code).matches()).toList();
    for (var link : box.links()) {
      if (!exists.test(file, link)) {
        return Optional.of(
            error(box, "refers to " + link + ", which is not there.", "Correct the link."));
      }
    }
    for (var path : paths) {
      if (!exists.test(file, path)) {
        return Optional.of(
            error(box, "names " + path + ", which is not there.", "Correct the path."));
      }
    }
    return box.links().isEmpty() && paths.isEmpty()
        ? Optional.of(error(box, "has no evidence.", "Add a link or a path in backticks."))
        : Optional.empty();
  }

  /// One of the commits that are named must be there, and together they must have changed every
  /// path that is named.
  private Optional<Finding> commit(Box box) {
    var named = COMMIT.matcher(box.text()).results().map(MatchResult::group).toList();
    if (named.isEmpty()) {
      return Optional.of(error(box, "names no commit.", "Add its digest, seven digits at least."));
    }
    var paths = new TreeSet<String>();
    var known = false;
    for (var id : named) {
      var found = changed.apply(id);
      known |= found.isPresent();
      found.ifPresent(paths::addAll);
    }
    if (!known) {
      return Optional.of(
          error(
              box,
              "names the commit " + named.getFirst() + ", which this repository does not hold.",
              "Correct the digest, or fetch the history."));
    }
    return box.code().stream()
        .filter(code -> PATH.matcher(code).matches() && !COMMIT.matcher(code).matches())
        .filter(path -> !paths.contains(path))
        .findFirst()
        .map(path ->
            error(
                box,
                "names " + path + ", which " + named.getFirst() + " did not change.",
                "Name the commit that did."));
  }

  private Optional<Finding> date(Box box) {
    var dates = DATE.matcher(box.text());
    while (dates.find()) {
      try {
        if (LocalDate.parse(dates.group(1)).isAfter(today) && box.ticked()) {
          return Optional.of(
              error(
                  box,
                  "bears the date " + dates.group(1) + ", which is yet to come.",
                  "Correct it."));
        }
      } catch (DateTimeParseException impossible) {
        return Optional.of(
            error(
                box,
                "bears " + dates.group(1) + ", which is no day of the calendar.",
                "Correct it."));
      }
    }
    return Optional.empty();
  }

  private Optional<Finding> placeholder(Box box) {
    return placeholders
        .in(box.written())
        .map(found -> error(box, "still says " + found + ".", "Fill it in."));
  }

  private static Finding error(Box box, String words, String next) {
    return Finding.error("'" + box.name() + "' " + words, box.at(), next);
  }
}
