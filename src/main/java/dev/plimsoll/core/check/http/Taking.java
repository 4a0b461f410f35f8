package dev.plimsoll.core.check.http;

import dev.plimsoll.core.check.Redactor;
import dev.plimsoll.core.check.expect.Bench;
import dev.plimsoll.core.check.http.AnswerFacts.Seen;
import dev.plimsoll.core.check.http.request.Capture;
import dev.plimsoll.core.model.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Takes values from answers for later steps.
///
/// @param bench evaluates where they stand
/// @param given remembers which of them are secret
record Taking(List<Capture> captures, Bench bench, GivenAway given) {
  static final int LONGEST = 4096;

  Taking {
    captures = List.copyOf(captures);
  }

  /// @param values by name
  /// @param hidden those that are masked and kept nowhere
  /// @param missing why others are not there
  record Taken(Map<String, String> values, Map<String, String> hidden, List<Finding> missing) {
    Taken {
      values = Map.copyOf(values);
      hidden = Map.copyOf(hidden);
      missing = List.copyOf(missing);
    }
  }

  /// A judge who masks, too, what the answer and those before it gave away as a secret.
  AnswerJudge masking(AnswerJudge judge, AnswerFacts facts) {
    if (captures.stream().noneMatch(Capture::secret)) {
      return judge;
    }
    return new AnswerJudge(
        judge.expect(), judge.bench(), given.with(from(facts, judge.redactor()).hidden()));
  }

  Taken from(AnswerFacts facts, Redactor redactor) {
    var values = new TreeMap<String, String>();
    var hidden = new TreeMap<String, String>();
    var missing = new ArrayList<Finding>();
    for (var capture : captures) {
      switch (taken(capture, facts)) {
        case Bench.Taken.Value(var value)
            when value.length() <= LONGEST && value.chars().noneMatch(c -> c == 0) ->
            (capture.secret() ? hidden : values).put(capture.name(), value);
        case Bench.Taken.Value _ ->
            missing.add(missing(capture, "The value is longer than " + LONGEST + " characters."));
        case Bench.Taken.Nothing(var sentence) ->
            missing.add(missing(capture, redactor.redact(sentence)));
      }
    }
    return new Taken(values, hidden, missing);
  }

  private Bench.Taken taken(Capture capture, AnswerFacts facts) {
    return switch (facts.of(capture.what().query())) {
      case Seen.Of(var fact) -> bench.take(capture.what(), fact);
      case Seen.Missing(var why) -> new Bench.Taken.Nothing(why + ".");
      case Seen.Unknown(var why) -> new Bench.Taken.Nothing(why + ".");
    };
  }

  private static Finding missing(Capture capture, String why) {
    return Finding.error("Nothing to keep as '" + capture.name() + "': " + why);
  }
}
