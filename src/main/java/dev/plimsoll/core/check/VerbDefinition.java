package dev.plimsoll.core.check;

import dev.plimsoll.core.checklist.VerbReader;
import dev.plimsoll.core.model.Verb;

/// One word of the checklist language: how it is read, and how it is carried out. Stateless and
/// thread-safe.
public interface VerbDefinition<V extends Verb> extends VerbReader {
  /// The record that [#read] makes.
  Class<V> type();

  /// Reads the facts and concludes. Called on a virtual thread; an interrupt means cancel: stop
  /// every process that was started and throw.
  ///
  /// Expected misfortune is an outcome, never an exception: a program that is not there is
  /// `Unavailable`, a red test is `Failed`. A [dev.plimsoll.core.model.Problem] is shown as
  /// `Unavailable` with its words.
  Conclusion carryOut(V verb, StepContext context) throws InterruptedException;
}
