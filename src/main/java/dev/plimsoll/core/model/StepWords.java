package dev.plimsoll.core.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The texts of a step.
///
/// @param why why it matters, or null
/// @param source where a threshold comes from, or null
/// @param troubleshoot a path with an optional `#anchor`, or an address, or null
/// @param covers ids of the requirements it carries
public record StepWords(
    @Nullable String why,
    @Nullable String source,
    @Nullable String troubleshoot,
    List<String> covers) {
  public static final StepWords NONE = new StepWords(null, null, null, List.of());

  public StepWords {
    covers = List.copyOf(covers);
  }
}
