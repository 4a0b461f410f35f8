package dev.plimsoll.core.check.backup;

import dev.plimsoll.core.backup.act.Words;
import dev.plimsoll.core.check.clause.Clause;
import dev.plimsoll.core.check.expect.Fact;
import dev.plimsoll.core.model.BackupStory;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.RestorePoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Judges the backups that lie there by what the log tells of them.
///
/// @param now by the operator's clock
record PointJudgement(PointCheck verb, Expected expected, Instant now) {

  /// @param points newest first, each with its proof
  /// @param story of this set
  Outcome judge(List<RestorePoint> points, BackupStory story) {
    if (points.isEmpty()) {
      return new Outcome.Failed(
          "no backup of " + verb.set(),
          List.of(
              Finding.error(
                  "There is no backup of " + verb.set() + " to go back to.",
                  null,
                  "Take one: plimsoll backup create --set " + verb.set())));
    }
    var newest = points.getFirst();
    var clauses = new ArrayList<Clause>();
    clauses.add(age(newest));
    clauses.add(sound(newest));
    if (verb.provenWithin() != null) {
      clauses.add(proven(points, story, verb.provenWithin()));
    }
    clauses.addAll(
        expected.clauses(
            Map.of(
                "points", new Fact.Whole(points.size()),
                "files", new Fact.Whole(newest.content().files()),
                "bytes", new Fact.Whole(newest.content().bytes()))));
    return Clause.outcome(clauses);
  }

  private Clause age(RestorePoint newest) {
    var age = Duration.between(newest.takenOn(), now);
    var limit = verb.youngerThan();
    if (age.isNegative()) {
      return Clause.unclear(
          "the newest is of a time to come",
          Finding.error(
              newest.id() + " says that it was taken on " + newest.takenOn() + ".",
              null,
              "Set the clock right, then take a backup."));
    }
    var words = newest.id() + " is " + Words.age(age) + " old";
    return limit == null || age.compareTo(limit) <= 0
        ? Clause.held(words)
        : Clause.broken(
            words,
            Finding.error(
                "The newest backup, " + newest.id() + ", is " + Words.age(age) + " old.",
                null,
                "Take one: plimsoll backup create --set " + verb.set()));
  }

  private Clause sound(RestorePoint newest) {
    return switch (newest.level()) {
      case BROKEN ->
          Clause.broken(
              newest.id() + " is not as it should be",
              Finding.error(
                  newest.id() + ": " + newest.proof().failed(),
                  null,
                  "Take another backup, and find out what happened to this one."));
      case UNREAD ->
          Clause.unclear(
              newest.id() + " could not be read",
              Finding.error(
                  newest.id() + ": " + newest.proof().unread(),
                  null,
                  "See that its disk is well and that this person may read it, then look again."));
      case MADE ->
          verb.verified()
              ? Clause.broken(
                  "it was never verified",
                  Finding.error(
                      "Nothing in the log says that " + newest.id() + " was verified.",
                      null,
                      "Verify it: plimsoll backup verify --set " + verb.set()))
              : Clause.held("made");
      case VERIFIED -> Clause.held("verified");
      case PROVEN ->
          Clause.held(
              // the clause of the last proof says when
              verb.provenWithin() != null
                  ? "verified"
                  : "proven restorable "
                      + Words.age(
                          Duration.between(Objects.requireNonNull(newest.proof().provenOn()), now))
                      + " ago");
    };
  }

  /// A proof about something that is gone, or is another thing by now, is none.
  private Clause proven(List<RestorePoint> points, BackupStory story, Duration limit) {
    var proof = story.lastProven(verb.set()).orElse(null);
    if (proof == null) {
      return Clause.broken(
          "not proven restorable",
          Finding.error(
              "No backup of "
                  + verb.set()
                  + " was ever proven to restore, or the proof was taken back.",
              null,
              drill()));
    }
    var words = "last proven restorable " + Words.age(Duration.between(proof.on(), now)) + " ago";
    var there = points.stream().filter(point -> point.id().equals(proof.id())).findFirst();
    if (there.isEmpty()) {
      return Clause.broken(
          words + ", of a backup that is gone",
          Finding.error(
              proof.id() + ", which was proven on " + proof.on() + ", is not there any more.",
              null,
              "Find out who removed it. " + drill()));
    }
    if (there.get().level() == RestorePoint.Level.UNREAD) {
      return Clause.unclear(
          words + ", of a backup that could not be read",
          Finding.error(
              proof.id() + ": " + there.get().proof().unread(),
              null,
              "See that its disk is well and that this person may read it, then look again."));
    }
    if (there.get().provenOn().isEmpty()) {
      return Clause.broken(
          words + ", of a backup that has changed since",
          Finding.error(
              proof.id()
                  + ": "
                  + Objects.requireNonNullElse(there.get().proof().failed(), "it has changed."),
              null,
              "Take another backup. " + drill()));
    }
    if (proof.on().isAfter(now)) {
      return Clause.unclear(
          "the proof is of a time to come",
          Finding.error(
              "The log says that " + proof.id() + " was proven on " + proof.on() + ".",
              null,
              "Set the clock right, then look again."));
    }
    return Duration.between(proof.on(), now).compareTo(limit) <= 0
        ? Clause.held(words)
        : Clause.broken(
            words,
            Finding.error(
                "A restore of " + verb.set() + " was last proven on " + proof.on() + ".",
                null,
                drill()));
  }

  private String drill() {
    return "Prove one: plimsoll backup drill --set " + verb.set();
  }
}
