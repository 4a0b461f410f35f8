package dev.plimsoll.core.run;

import java.util.List;

/// The live output of a step's present or last attempt in this process.
///
/// @param total lines seen so far
/// @param lines the last of them, at most [LiveOutput#KEPT]
/// @param series the responses that it got, where it asks a service
public record Output(long total, List<Line> lines, Series series) {
  public static final Output NONE = new Output(0, List.of());

  public Output {
    lines = List.copyOf(lines);
  }

  /// Lines alone.
  public Output(long total, List<Line> lines) {
    this(total, lines, Series.NONE);
  }

  /// @param stream `out`, `err` or `note`
  public record Line(String stream, String text) {}
}
