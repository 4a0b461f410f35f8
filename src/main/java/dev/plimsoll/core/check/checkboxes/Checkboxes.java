package dev.plimsoll.core.check.checkboxes;

import dev.plimsoll.core.model.Verb;
import dev.plimsoll.core.model.VerbKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The verb `checkboxes`.
///
/// @param in where the boxes stand, empty where only tables are looked at
/// @param boxes what must be so about them
/// @param counts figures elsewhere that must say the same
/// @param filled tables that must be filled in
/// @param placeholders regular expressions of what was not filled in, beside the built-in ones;
///   null for none at all
public record Checkboxes(
    List<Place> in,
    Boxes boxes,
    List<Count> counts,
    List<Filled> filled,
    @Nullable List<String> placeholders)
    implements Verb {
  public Checkboxes {
    in = List.copyOf(in);
    counts = List.copyOf(counts);
    filled = List.copyOf(filled);
    placeholders = placeholders == null ? null : List.copyOf(placeholders);
  }

  /// @param file a pattern or path, relative to the repository
  /// @param anchor of a heading above, empty for the whole file
  public record Place(String file, String anchor) {
    static Place of(String text) {
      var parts = text.split("#", 2);
      return new Place(parts[0], parts.length > 1 ? parts[1] : "");
    }

    @Override
    public String toString() {
      return anchor.isEmpty() ? file : file + "#" + anchor;
    }
  }

  /// @param demands what every box needs
  /// @param by a regular expression of whoever ticked a box, or null for the usual forms
  /// @param people how many distinct hands there must be, 0 for any number
  /// @param items texts of which each must stand in a box
  /// @param atLeast how many boxes there must be, at least 1
  public record Boxes(
      Set<Demand> demands, @Nullable String by, int people, List<String> items, int atLeast) {
    public Boxes {
      demands = Set.copyOf(demands);
      items = List.copyOf(items);
    }
  }

  /// What a box needs.
  public enum Demand {
    TICKED,
    NAMED,
    EVIDENCE,
    COMMIT
  }

  /// @param place where the figure stands
  /// @param matches a regular expression: its groups are what is ticked and all; or null
  /// @param files whether files are counted that are ticked throughout, instead of boxes
  public record Count(Place place, @Nullable String matches, boolean files) {}

  /// @param columns that are looked at, empty for all
  /// @param atLeast how many rows must be filled in
  public record Filled(Place place, List<String> columns, int atLeast) {
    public Filled {
      columns = List.copyOf(columns);
    }
  }

  @Override
  public String word() {
    return "checkboxes";
  }

  @Override
  public VerbKind kind() {
    return VerbKind.CHECK;
  }

  @Override
  public String expected() {
    var parts = new ArrayList<String>();
    if (!in.isEmpty()) {
      var places = String.join(", ", in.stream().map(Place::toString).toList());
      parts.add(
          (boxes.demands().contains(Demand.TICKED) ? "every box ticked in " : "boxes in ")
              + places);
      if (boxes.demands().contains(Demand.EVIDENCE)) {
        parts.add("with evidence");
      }
      if (boxes.demands().contains(Demand.COMMIT)) {
        parts.add("each with its commit");
      }
      if (boxes.people() > 0) {
        parts.add("by at least " + boxes.people() + " people");
      } else if (boxes.demands().contains(Demand.NAMED)) {
        parts.add("by somebody named");
      }
    }
    counts.forEach(count -> parts.add("as many as " + count.place() + " says"));
    filled.forEach(
        table -> parts.add("at least " + table.atLeast() + " rows filled in " + table.place()));
    return String.join("; ", parts);
  }

  @Override
  public List<String> describe() {
    var lines = new ArrayList<String>();
    in.forEach(place -> lines.add("reads the boxes of " + place));
    counts.forEach(count -> lines.add("reads a figure in " + count.place()));
    filled.forEach(table -> lines.add("reads the table of " + table.place()));
    return lines;
  }
}
