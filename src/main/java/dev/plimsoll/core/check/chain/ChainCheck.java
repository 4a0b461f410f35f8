package dev.plimsoll.core.check.chain;

import dev.plimsoll.core.check.expect.Expectation;
import dev.plimsoll.core.model.AboutChain;
import dev.plimsoll.core.model.Verb;
import dev.plimsoll.core.model.VerbKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The verb `chain`.
///
/// @param target which chain
/// @param against what it is held against
/// @param missing what it means that the file is not there
/// @param alarm a change that the verification must find in a copy, or null to verify the file
/// @param expect what must hold of `entries` and `grown`
public record ChainCheck(
    Target target,
    Against against,
    Missing missing,
    @Nullable Alarm alarm,
    List<Expectation> expect)
    implements Verb, AboutChain {
  public ChainCheck {
    expect = List.copyOf(expect);
  }

  /// Which chain is meant.
  public sealed interface Target {
    /// @param name as the project file calls it
    record Named(String name) implements Target {}

    /// @param file in the repository, or absolute; variables unresolved
    record Of(String file, String recipe) implements Target {}

    /// The project's own log.
    record OwnLog() implements Target {}
  }

  /// @param anchor what is known from before
  /// @param step an earlier step of this run whose head must still be there, or null
  public record Against(Anchoring anchor, @Nullable String step) {}

  /// Where an anchor comes from.
  public sealed interface Anchoring {
    /// The newest sealed record that names the chain.
    record LastRecord() implements Anchoring {}

    /// The newest head known of it: of a record, a run, or a verification.
    record LastSeen() implements Anchoring {}

    /// @param text `N:HEX`, variables unresolved
    record Given(String text) implements Anchoring {}

    record None() implements Anchoring {}
  }

  /// What it means that the file is not there. Where it was there before, it always fails.
  public enum Missing {
    FAIL,
    WARN
  }

  @Override
  public String word() {
    return "chain";
  }

  @Override
  public VerbKind kind() {
    return VerbKind.CHECK;
  }

  @Override
  public @Nullable String chain() {
    return target instanceof Target.Named named ? named.name() : null;
  }

  @Override
  public @Nullable String recipe() {
    return target instanceof Target.Of of ? of.recipe() : null;
  }

  @Override
  public @Nullable String earlier() {
    return against.step();
  }

  @Override
  public String expected() {
    if (alarm != null) {
      return "a damaged copy of "
          + what()
          + " ("
          + alarm.words()
          + ") is refused at the damaged entry";
    }
    var words = new ArrayList<String>();
    words.add(what() + " whole");
    if (against.step() != null) {
      words.add("extends what " + against.step() + " saw");
    }
    if (target instanceof Target.OwnLog) {
      words.add("extends the last checkpoint signed here"); // it takes no anchor
    } else {
      switch (against.anchor()) {
        case Anchoring.LastRecord _ -> words.add("extends the last record");
        case Anchoring.LastSeen _ -> words.add("extends what was last seen");
        case Anchoring.Given given -> words.add("extends " + given.text());
        case Anchoring.None _ -> {}
      }
    }
    expect.forEach(expectation -> words.add(expectation.toString()));
    return String.join("; ", words);
  }

  private String what() {
    return switch (target) {
      case Target.Named named -> "chain " + named.name();
      case Target.Of of -> of.file();
      case Target.OwnLog _ -> "the project's own log";
    };
  }

  @Override
  public List<String> describe() {
    return List.of(
        alarm == null
            ? "reads and verifies " + what()
            : "copies " + what() + " to a temporary folder, changes the copy, and verifies it");
  }
}
