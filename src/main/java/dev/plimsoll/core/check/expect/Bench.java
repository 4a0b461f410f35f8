package dev.plimsoll.core.check.expect;

import dev.plimsoll.core.check.json.JsonSchema;
import dev.plimsoll.core.check.json.MalformedJsonException;
import dev.plimsoll.core.check.paths.RepositoryPaths;
import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Holds assertions against facts, those too that need a file of the repository.
///
/// @param root the work tree's top folder
public record Bench(Path root) {

  /// One verdict, or of a document that does not fit a schema one for each thing that is wrong.
  ///
  /// @param expectation with its variables resolved
  public List<Verdict> judge(Expectation expectation, Fact fact) {
    if (expectation.predicate() != Predicate.FITS_SCHEMA) {
      return List.of(ExpectationJudge.judge(expectation, fact));
    }
    return switch (new FilterChain(expectation).apply(fact)) {
      case FilterChain.Left.Decided(var verdict) -> List.of(verdict);
      case FilterChain.Left.Of(Fact.Text(var text, var whole)) when whole ->
          fits(expectation, text);
      case FilterChain.Left.Of _ ->
          List.of(
              ExpectationJudge.unclear(
                  expectation, "there was so much of it that not all was kept"));
    };
  }

  /// The one value that a query and its filters give, as text.
  ///
  /// @param what an assertion whose predicate does not count
  public Taken take(Expectation what, Fact fact) {
    var filters = new ArrayList<>(what.filters());
    filters.add(new Filter.ToText());
    var asText =
        new Expectation(
            what.query(), filters, what.not(), what.predicate(), what.value(), what.spelling());
    return switch (new FilterChain(asText).apply(fact)) {
      case FilterChain.Left.Of(Fact.Text(var text, var whole)) when whole -> new Taken.Value(text);
      case FilterChain.Left.Of _ -> new Taken.Nothing("It was too long to be kept whole.");
      case FilterChain.Left.Decided(Verdict.Missed(var sentence)) -> new Taken.Nothing(sentence);
      case FilterChain.Left.Decided(Verdict.Unclear(var sentence)) -> new Taken.Nothing(sentence);
      case FilterChain.Left.Decided(Verdict.Met _) ->
          throw new IllegalStateException("filters decide nothing good");
    };
  }

  /// What a query gave.
  public sealed interface Taken {
    record Value(String text) implements Taken {}

    record Nothing(String sentence) implements Taken {}
  }

  private List<Verdict> fits(Expectation expectation, String text) {
    try {
      var file = new RepositoryPaths(root).inside(expectation.value());
      var errors = JsonSchema.read(file).errors(text);
      if (errors.isEmpty() != expectation.not()) {
        return List.of(new Verdict.Met());
      }
      if (errors.isEmpty()) {
        return List.of(missed(expectation, "it does."));
      }
      var verdicts = new ArrayList<Verdict>();
      errors.forEach(error -> verdicts.add(missed(expectation, error.toString())));
      return verdicts;
    } catch (MalformedJsonException malformed) {
      return List.of(
          missed(
              expectation,
              "it is no JSON: line "
                  + malformed.line()
                  + ", "
                  + ExpectationJudge.shown(FilterChain.line(text, malformed.line()))
                  + ". "
                  + malformed.getMessage()));
    } catch (IOException unreadable) {
      return List.of(
          ExpectationJudge.unclear(expectation, reason(String.valueOf(unreadable.getMessage()))));
    } catch (Problem outside) {
      return List.of(ExpectationJudge.unclear(expectation, reason(outside.where())));
    }
  }

  private static String reason(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }

  private static Verdict missed(Expectation expectation, String why) {
    return new Verdict.Missed("Expected " + expectation + ", and " + why);
  }
}
