package dev.plimsoll.core.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A value that a run is given when it is opened, and that steps use as `{name}`.
///
/// @param byDefault the default, or null where a value must be given
/// @param choices the allowed values for [Type#CHOICE], else empty
/// @param title one line for a person, or null
public record Parameter(
    String name,
    Type type,
    @Nullable String byDefault,
    List<String> choices,
    @Nullable String title) {
  public Parameter {
    choices = List.copyOf(choices);
  }

  public enum Type {
    TEXT,
    NUMBER,
    BOOLEAN,
    URL,
    PATH,
    CHOICE
  }
}
