package dev.plimsoll.core.check.snapshot;

import dev.plimsoll.core.model.Verb;
import dev.plimsoll.core.model.VerbKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The verb `snapshot`.
///
/// @param of where the rows come from
/// @param spelling what counts as the same
/// @param kept what may not be lost since an earlier time, or null
/// @param equals what the rows must be equal to, or null
/// @param shape what must be so about each row
public record Snapshot(
    Source of, Spelling spelling, @Nullable Kept kept, @Nullable Equal equals, Shape shape)
    implements Verb {

  /// Rows are only added.
  ///
  /// @param key columns that tell rows apart, none for the name
  /// @param against where the earlier rows come from, or null for the last release
  /// @param firstAllowed whether nothing to compare with passes
  /// @param approvals where removals are approved, or null
  public record Kept(
      List<String> key,
      @Nullable Source against,
      boolean firstAllowed,
      @Nullable Approvals approvals) {
    public Kept {
      key = List.copyOf(key);
    }
  }

  /// A table of approved removals, by its columns.
  public record Approvals(Source.Table table, String item, String who, String when, String ref) {}

  /// @param byMembers whether what belongs to each row must be equal, too
  public record Equal(Source other, boolean byMembers) {}

  /// @param atLeast how many rows there must be, at least 1
  /// @param filled whether no cell may be empty
  /// @param exist columns whose parts are paths that must exist
  public record Shape(int atLeast, boolean filled, List<String> exist) {
    public Shape {
      exist = List.copyOf(exist);
    }
  }

  @Override
  public String word() {
    return "snapshot";
  }

  @Override
  public VerbKind kind() {
    return VerbKind.CHECK;
  }

  @Override
  public String expected() {
    var parts = new ArrayList<String>();
    if (kept != null) {
      parts.add(
          "no row of "
              + of.words()
              + " removed or altered since "
              + (kept.against() == null ? "the last release" : kept.against().words()));
    }
    if (equals != null) {
      parts.add(
          of.words()
              + " equal to "
              + equals.other().words()
              + (equals.byMembers() ? ", members too" : ""));
    }
    if (shape.filled()) {
      parts.add("no empty cell in " + of.words());
    }
    if (!shape.exist().isEmpty()) {
      parts.add("what " + of.words() + " names exists");
    }
    parts.add(shape.atLeast() == 1 ? "at least 1 row" : "at least " + shape.atLeast() + " rows");
    return String.join("; ", parts);
  }

  @Override
  public List<String> describe() {
    var lines = new ArrayList<String>();
    lines.add(described(of));
    if (kept != null) {
      lines.add(
          kept.against() == null
              ? "reads " + of.words() + " as it was at the last release"
              : described(kept.against()));
      if (kept.approvals() != null) {
        lines.add(described(kept.approvals().table()));
      }
    }
    if (equals != null) {
      lines.add(described(equals.other()));
    }
    return lines;
  }

  private static String described(Source source) {
    return source instanceof Source.Printed(var program, _)
        ? "runs: " + String.join(" ", program)
        : "reads " + source.words();
  }
}
