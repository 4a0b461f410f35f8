package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Json;
import dev.plimsoll.cli.terminal.Mark;
import dev.plimsoll.cli.terminal.Printer;
import dev.plimsoll.cli.terminal.Tone;
import dev.plimsoll.core.PlanCard;
import dev.plimsoll.core.ReleaseView;
import dev.plimsoll.core.model.Approval;
import dev.plimsoll.core.model.Plural;
import dev.plimsoll.core.model.Standing;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;

/// How a release stands, told.
final class ReleaseTelling {
  private ReleaseTelling() {}

  static void print(ReleaseView view, Printer out) {
    var candidate = view.state().candidate();
    out.line(
        Tone.STRONG,
        candidate.product()
            + " "
            + candidate.version()
            + " ("
            + candidate.type().word()
            + ", candidate "
            + view.state().number()
            + ")");
    out.line(
        "  commit "
            + candidate.bound().shortCommit()
            + " on "
            + candidate.bound().branch()
            + ": "
            + view.repository().subject());
    out.line(
        "  "
            + Plural.of(view.repository().commitsSince(), "commit")
            + " since "
            + view.repository().previousTag().orElse("the beginning")
            + (candidate.bound().dirty() ? ", and uncommitted changes: a rehearsal" : ""));
    out.blank();
    view.plan().forEach(card -> print(card, out));
    out.blank();
    view.needs()
        .forEach((role, people) -> out.line("Needs " + people + " to sign as " + role + "."));
    view.state()
        .approvals()
        .forEach(given ->
            out.line(
                given.meaning()
                    + " by "
                    + given.signer().id()
                    + " as "
                    + given.role()
                    + " on "
                    + given.signedOn()));
    if (view.repository().solo()) {
      out.line("One person plays all roles here; the record will say so.");
    }
    var sealed = view.state().sealed();
    if (sealed == null) {
      DecisionTelling.print(view.decision(), "", out);
    } else {
      out.headline(Mark.of(Standing.PASSED), "sealed as " + sealed.outcome());
      out.line("  record " + sealed.sha256());
    }
  }

  private static void print(PlanCard card, Printer out) {
    var decision = card.decision();
    var mark =
        !card.applies()
            ? Mark.of(Standing.NOT_APPLICABLE)
            : decision == null ? Mark.of(Standing.NOT_RUN) : Mark.of(decision);
    var waits =
        card.waitsFor().isEmpty() ? "" : " · waits for " + String.join(", ", card.waitsFor());
    out.line(
        mark,
        card.checklist().title() + " (" + card.checklist().id() + ") · " + counts(card) + waits);
  }

  private static String counts(PlanCard card) {
    return card.counts().entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
        .map(entry -> entry.getValue() + " " + entry.getKey().words())
        .collect(Collectors.joining(", "));
  }

  static Json json(ReleaseView view) {
    var sealed = view.state().sealed();
    var tag = view.state().tag();
    return DecisionTelling.json(view.decision())
        .with("release", RunTelling.json(view.state().candidate()))
        .with("candidate", view.state().number())
        .with("rehearsal", view.state().candidate().bound().dirty())
        .with("previousTag", view.repository().previousTag())
        .with("commitsSince", view.repository().commitsSince())
        .with("solo", view.repository().solo())
        .with("needs", view.needs())
        .with("plan", view.plan(), ReleaseTelling::json)
        .with("approvals", view.state().approvals(), ReleaseTelling::json)
        .with(
            "tag",
            tag == null
                ? null
                : new Json()
                    .with("name", tag.name())
                    .with("object", tag.object())
                    .with("signed", tag.signed()))
        .with(
            "sealed",
            sealed == null
                ? null
                : new Json().with("sha256", sealed.sha256()).with("outcome", sealed.outcome()));
  }

  private static Json json(PlanCard card) {
    var decision = card.decision();
    return new Json()
        .with("checklist", card.checklist().id())
        .with("title", card.checklist().title())
        .with("applies", card.applies())
        .with("run", card.run().map(run -> run.id()))
        .with("phase", card.run().map(run -> run.phase().name()))
        .with("decision", decision == null ? null : decision.isGo() ? "GO" : "NO_GO")
        .with("completion", decision == null ? null : decision.completion().words())
        .with(
            "standings",
            card.counts().entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue)))
        .with("waitsFor", card.waitsFor());
  }

  private static Json json(Approval approval) {
    return new Json()
        .with("principal", approval.signer().id())
        .with("key", approval.signer().key())
        .with("role", approval.role())
        .with("meaning", approval.meaning())
        .with("signedOn", approval.signedOn());
  }
}
