package dev.plimsoll.core.checklist;

import dev.plimsoll.core.checklist.ChecklistDifference.Added;
import dev.plimsoll.core.checklist.ChecklistDifference.Change;
import dev.plimsoll.core.checklist.ChecklistDifference.Changed;
import dev.plimsoll.core.checklist.ChecklistDifference.Moved;
import dev.plimsoll.core.checklist.ChecklistDifference.Removed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Holds two trees of a checklist against each other. One per comparison.
final class DifferenceReading {
  private static final int DEEPEST = 4;

  private final Node.Fields before;
  private final Node.Fields after;
  private final List<Change> changes = new ArrayList<>();

  /// A step where it stands.
  private record Place(Node.Fields step, String section) {}

  DifferenceReading(Node.Fields before, Node.Fields after) {
    this.before = before;
    this.after = after;
  }

  ChecklistDifference difference() {
    var earlier = steps(before);
    var later = steps(after);
    earlier.forEach((id, place) -> {
      if (!later.containsKey(id)) {
        changes.add(new Removed(id, text(place.step(), "title"), !isOptional(place.step())));
      }
    });
    compare("", "", without(before, "sections"), without(after, "sections"), 0);
    compareSections();
    var stayed = stayed(earlier, later);
    later.forEach((id, place) -> {
      var was = earlier.get(id);
      if (was == null) {
        changes.add(new Added(id, text(place.step(), "title"), place.section()));
        return;
      }
      if (!was.section().equals(place.section())) {
        changes.add(new Moved(id, was.section(), place.section()));
      } else if (!stayed.contains(id)) {
        changes.add(new Moved(id, behind(earlier, id), behind(later, id)));
      }
      compare(id, "", without(was.step(), "id"), without(place.step(), "id"), 0);
    });
    return new ChecklistDifference(changes);
  }

  private void compareSections() {
    var earlier = sections(before);
    var later = sections(after);
    var ids = new LinkedHashSet<>(earlier.keySet());
    ids.addAll(later.keySet());
    for (var id : ids) {
      var nothing = new Node.Fields(List.of(), before.at());
      compare(
          "",
          "section " + id + ": ",
          without(earlier.getOrDefault(id, nothing), "id", "steps"),
          without(later.getOrDefault(id, nothing), "id", "steps"),
          0);
    }
  }

  private void compare(
      String step, String path, Node.Fields earlier, Node.Fields later, int depth) {
    var names = new LinkedHashSet<String>();
    later.fields().forEach(field -> names.add(field.name()));
    earlier.fields().forEach(field -> names.add(field.name()));
    for (var name : names) {
      var was = earlier.field(name).map(Node.Field::value).orElse(null);
      var is = later.field(name).map(Node.Field::value).orElse(null);
      if (was instanceof Node.Fields old && is instanceof Node.Fields young && depth < DEEPEST) {
        compare(step, path + name + ".", old, young, depth + 1);
      } else if (!same(was, is)) {
        changes.add(
            new Changed(
                step,
                path + name,
                was == null ? null : FlowText.of(was),
                is == null ? null : FlowText.of(is)));
      }
    }
  }

  private static boolean same(@Nullable Node was, @Nullable Node is) {
    if (was == null || is == null) {
      return was == null && is == null;
    }
    return FlowText.of(was).equals(FlowText.of(is));
  }

  /// The steps that kept their order among each other: the longest such row.
  private static Set<String> stayed(Map<String, Place> earlier, Map<String, Place> later) {
    var then = new ArrayList<>(earlier.keySet());
    then.retainAll(later.keySet());
    var now = new ArrayList<>(later.keySet());
    now.retainAll(earlier.keySet());
    var rank = new LinkedHashMap<String, Integer>();
    then.forEach(id -> rank.put(id, rank.size()));
    var length = new int[now.size()];
    var from = new int[now.size()];
    var best = -1;
    for (var i = 0; i < now.size(); i++) {
      length[i] = 1;
      from[i] = -1;
      for (var j = 0; j < i; j++) {
        if (rank(rank, now.get(j)) < rank(rank, now.get(i)) && length[j] + 1 > length[i]) {
          length[i] = length[j] + 1;
          from[i] = j;
        }
      }
      best = best < 0 || length[i] > length[best] ? i : best;
    }
    var stayed = new HashSet<String>();
    for (var i = best; i >= 0; i = from[i]) {
      stayed.add(now.get(i));
    }
    return stayed;
  }

  private static int rank(Map<String, Integer> ranks, String id) {
    return ranks.getOrDefault(id, 0);
  }

  private static String behind(Map<String, Place> steps, String id) {
    String last = null;
    for (var step : steps.keySet()) {
      if (step.equals(id)) {
        break;
      }
      last = step;
    }
    return last == null ? "the first place" : "behind " + last;
  }

  private static Map<String, Place> steps(Node.Fields checklist) {
    var steps = new LinkedHashMap<String, Place>();
    sections(checklist)
        .forEach((id, section) -> {
          for (var step : items(section, "steps")) {
            if (step instanceof Node.Fields fields && !text(fields, "id").isEmpty()) {
              steps.putIfAbsent(text(fields, "id"), new Place(fields, id));
            }
          }
        });
    return steps;
  }

  private static Map<String, Node.Fields> sections(Node.Fields checklist) {
    var sections = new LinkedHashMap<String, Node.Fields>();
    for (var section : items(checklist, "sections")) {
      if (section instanceof Node.Fields fields) {
        var id = text(fields, "id");
        sections.putIfAbsent(id.isEmpty() ? "(" + (sections.size() + 1) + ")" : id, fields);
      }
    }
    return sections;
  }

  private static List<Node> items(Node.Fields fields, String key) {
    return fields.field(key).map(Node.Field::value).orElse(null) instanceof Node.Items items
        ? items.items()
        : List.of();
  }

  private static String text(Node.Fields fields, String key) {
    return fields.field(key).map(Node.Field::value).orElse(null) instanceof Node.Scalar scalar
        ? scalar.text()
        : "";
  }

  private static boolean isOptional(Node.Fields step) {
    return text(step, "optional").equalsIgnoreCase("true");
  }

  private static Node.Fields without(Node.Fields fields, String... keys) {
    var left = List.of(keys);
    return new Node.Fields(
        fields.fields().stream().filter(field -> !left.contains(field.name())).toList(),
        fields.at());
  }
}
