package dev.plimsoll.core.check.http;

import dev.plimsoll.core.check.StepContext;
import dev.plimsoll.core.check.http.delta.Watched;
import dev.plimsoll.core.check.http.exchange.Answer;
import dev.plimsoll.core.check.http.exchange.ServerCertificate;
import dev.plimsoll.core.check.http.request.Manner;
import dev.plimsoll.core.check.http.request.Words;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.Severity;
import java.util.ArrayList;
import java.util.List;

/// Draws the conclusion from everything that came back. Of several reasons the worst decides.
record Concluding(Http verb, Round round, Course course) {

  Outcome conclude(List<Watched.Growth> growths) throws InterruptedException {
    var tally = course.tally();
    var last = tally.last();
    if (last == null) {
      return new Outcome.Inconclusive("no request was answered in the time that the step may take");
    }
    var standing = new Standing();
    var sent = sent(tally, last, standing);
    // what was asked in part has used up its part of a quota, and is no "could not be asked"
    var isInPart = sent.outcome() == Weighing.Rank.NOT_ASKED && tally.hasAsked();
    standing.add(isInPart ? Weighing.Rank.NOBODY_KNOWS : sent.outcome(), sent.findings());
    growths.forEach(growth -> add(growth, standing));
    var keeping = new Keeping(round);
    if (round.taking().given().isTooMany()) {
      keeping.keepTimes(tally);
      return tooManySecrets();
    }
    if (last.reply() instanceof Answer answer) {
      remarks(answer, standing);
      take(answer, last, standing);
    }
    keeping.keepExchanges(tally);
    keeping.keepTimes(tally);
    var redactor = round.taking().given().redactor();
    return standing.outcome(redactor.redact(sent.observed()), redactor);
  }

  private static Outcome tooManySecrets() {
    return new Outcome.Inconclusive(
        "the answers gave away more secret values than can be masked",
        List.of(
            new Finding(
                Severity.ERROR,
                "More than "
                    + GivenAway.MOST
                    + " different secret values were captured, so that neither the exchanges nor"
                    + " what was wrong with them is kept.",
                null,
                "Take the secret value in a step that asks once.")));
  }

  /// What the requests alone came to.
  private record Sent(Weighing.Rank outcome, String observed, List<Finding> findings) {}

  private Sent sent(Tally tally, Tried last, Standing standing) {
    var decided = course.decided();
    if (decided != null) {
      return new Sent(Weighing.rank(decided), decided.observed(), decided.findings());
    }
    return switch (verb.manner()) {
      case Manner.Once _ -> once(tally, last, standing);
      case Manner.Until until -> until(until, last);
      case Manner.Repeat _, Manner.Burst _ -> many(tally);
      case Manner.RateLimit _ -> throw new IllegalStateException("a probe concludes by itself");
    };
  }

  private static Sent once(Tally tally, Tried last, Standing standing) {
    if (last.isGood() && last.number() > 1) {
      standing.warn(
          Finding.warning(
              "It was so at try "
                  + last.number()
                  + " only; before: "
                  + tally.failures().getFirst().observed()
                  + "."));
    }
    var tries = last.number() > 1 ? " at try " + last.number() : "";
    return new Sent(
        Weighing.rank(last),
        last.observed() + tries,
        last.isGood() ? List.of() : Weighing.findings(last, ""));
  }

  private Sent until(Manner.Until until, Tried last) {
    if (last.isGood()) {
      var after = last.number() == 1 ? "" : " at try " + last.number() + " after " + took();
      return new Sent(Weighing.Rank.GOOD, last.observed() + after, List.of());
    }
    return new Sent(
        Weighing.rank(last),
        "not so within "
            + Words.of(until.atMost())
            + ", at the last of "
            + last.number()
            + " tries: "
            + last.observed(),
        Weighing.findings(last, ""));
  }

  private String took() {
    var took = course.took();
    return took.toSeconds() < 1
        ? took.toMillis() + " ms"
        : took.toSeconds() + "." + took.toMillisPart() / 100 + " s";
  }

  private Sent many(Tally tally) {
    var all = new AllAnswers(tally, verb.manner().requests());
    var findings = new ArrayList<Finding>();
    var rank = Weighing.Rank.GOOD;
    for (var expectation : round.judge().expect()) {
      if (HttpReader.isOfAll(expectation.query())) {
        var verdicts = round.judge().judge(expectation, all.of(expectation.query()));
        rank = worse(rank, Weighing.rank(verdicts));
        findings.addAll(Weighing.findings(verdicts, ""));
      }
    }
    var toleratesFailures =
        round.judge().expect().stream()
            .anyMatch(each -> each.query().equals("failures") || each.query().equals("rate"));
    var failures = all.failures();
    if (!toleratesFailures) {
      rank = worse(rank, tally.worst());
    }
    var isWhole = tally.count() == verb.manner().requests();
    if (!isWhole) {
      rank = worse(rank, Weighing.Rank.NOBODY_KNOWS);
      findings.add(
          Finding.error(
              "Only "
                  + tally.count()
                  + " of "
                  + verb.manner().requests()
                  + " requests were answered in the time that the step may take."));
    }
    findings.addAll(toleratesFailures && rank == Weighing.Rank.GOOD ? noted(failures) : failures);
    return new Sent(rank, all.observed(took()), findings);
  }

  private static List<Finding> noted(List<Finding> findings) {
    return findings.stream()
        .map(finding -> new Finding(Severity.NOTE, finding.message(), null, null))
        .toList();
  }

  private static Weighing.Rank worse(Weighing.Rank one, Weighing.Rank other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static void add(Watched.Growth growth, Standing standing) {
    switch (growth) {
      case Watched.Growth.Met(var observed) -> standing.also(observed);
      case Watched.Growth.Missed(var sentence) ->
          standing.add(Weighing.Rank.FAILED, List.of(Finding.error(sentence)));
      case Watched.Growth.Unclear(var sentence, var next) ->
          standing.add(
              Weighing.Rank.NOBODY_KNOWS,
              List.of(new Finding(Severity.ERROR, sentence, null, next)));
    }
  }

  /// What nobody asked, and somebody should know.
  private void remarks(Answer answer, Standing standing) {
    var flaw = answer.content().flaw();
    if (flaw != null) {
      standing.warn(Finding.warning(flaw));
    }
    if (answer.certificates().isEmpty()) {
      return;
    }
    var certificate = ServerCertificate.of(answer.certificates().getFirst());
    var left = certificate.left(round.context().workplace().clock().instant());
    if (left.compareTo(verb.wire().tls().expiresWithin()) < 0) {
      standing.warn(
          new Finding(
              Severity.WARNING,
              "The certificate of "
                  + answer.uri().getRawAuthority()
                  + " ends on "
                  + certificate.lastDay()
                  + ", in "
                  + left.toDays()
                  + " days.",
              null,
              "Renew it."));
    }
  }

  private void take(Answer answer, Tried last, Standing standing) {
    if (verb.judged().captures().isEmpty()) {
      return;
    }
    var taken = round.taking().from(round.facts(answer, last.micros()), last.redactor());
    if (standing.isGood() && !taken.missing().isEmpty()) {
      standing.add(Weighing.Rank.FAILED, taken.missing());
    }
    if (!standing.isGood()) {
      return;
    }
    new Keeping(round).keep(taken.values());
    round
        .context()
        .release()
        .record(new StepContext.Effect.Captured(taken.values(), taken.hidden()));
  }
}
