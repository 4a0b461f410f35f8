package dev.plimsoll.core.run;

import dev.plimsoll.core.model.Actor;
import dev.plimsoll.core.model.Answer;
import java.util.Map;

/// How a run is opened.
///
/// @param parameters given by the person; the checklist's defaults fill the rest
/// @param fresh start another run instead of continuing the open one
/// @param actor who walks
/// @param origin window or command line; marked at every answer
public record RunOptions(
    Map<String, String> parameters, boolean fresh, Actor actor, Answer.Origin origin) {
  public RunOptions {
    parameters = Map.copyOf(parameters);
  }
}
