package dev.plimsoll.core.checklist;

import dev.plimsoll.core.model.Position;
import dev.plimsoll.core.model.Project.PlanItem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads `plan:`, the checklists of a release in order, and refuses a plan that can never be
/// walked.
final class PlanReader {
  private final Findings findings;
  private final List<Reference> references;
  private final Map<String, PlanItem> items = new LinkedHashMap<>();
  private final Map<String, Position> places = new LinkedHashMap<>();

  PlanReader(Findings findings, List<Reference> references) {
    this.findings = findings;
    this.references = references;
  }

  List<PlanItem> read(FieldReader project) {
    for (var node : ChecklistReader.list(project, "plan", findings)) {
      item(node);
    }
    checkAfter();
    checkCircle();
    return List.copyOf(items.values());
  }

  private void item(Node node) {
    if (node instanceof Node.Scalar scalar && scalar.type() == Node.Scalar.Type.TEXT) {
      add(new PlanItem(scalar.text(), List.of(), Set.of()), scalar.at());
      return;
    }
    var fields = FieldReader.of(node, "An item of the plan", findings);
    if (fields != null) {
      var checklist = fields.requiredText("checklist");
      add(
          new PlanItem(checklist, fields.texts("after"), Names.types(fields, "types", findings)),
          fields.valueAt("checklist"));
      fields.done();
    }
  }

  private void add(PlanItem item, Position at) {
    if (item.checklist().isBlank()) {
      return; // said already
    }
    references.add(new Reference(Reference.Kind.CHECKLIST, item.checklist(), at));
    if (items.putIfAbsent(item.checklist(), item) != null) {
      findings.error(at, "The plan names '" + item.checklist() + "' twice.", "Remove one of them.");
    } else {
      places.put(item.checklist(), at);
    }
  }

  private void checkAfter() {
    items
        .values()
        .forEach(item -> {
          for (var before : item.after()) {
            if (!items.containsKey(before)) {
              findings.error(
                  place(item.checklist()),
                  "'"
                      + item.checklist()
                      + "' comes after '"
                      + before
                      + "', which the plan does not hold.",
                  Nearest.hint(before, items.keySet()));
            }
          }
        });
  }

  /// Says one circle, if there is one.
  private void checkCircle() {
    var cleared = new HashSet<String>();
    for (var start : items.keySet()) {
      var circle = circle(start, new ArrayDeque<>(), cleared);
      if (circle != null) {
        findings.error(
            place(circle.getFirst()),
            "The plan runs in a circle: " + String.join(" after ", circle) + ".",
            "Take one of these out of 'after'.");
        return;
      }
    }
  }

  private @Nullable List<String> circle(String id, Deque<String> path, Set<String> cleared) {
    if (path.contains(id)) {
      var walked = new ArrayList<>(path);
      var circle = new ArrayList<>(walked.subList(walked.indexOf(id), walked.size()));
      circle.add(id);
      return circle;
    }
    var item = items.get(id);
    if (item == null || cleared.contains(id)) {
      return null;
    }
    path.addLast(id);
    for (var before : item.after()) {
      var circle = circle(before, path, cleared);
      if (circle != null) {
        return circle;
      }
    }
    path.removeLast();
    cleared.add(id);
    return null;
  }

  private Position place(String checklist) {
    var place = places.get(checklist);
    if (place == null) {
      throw new IllegalStateException("not in the plan: " + checklist);
    }
    return place;
  }
}
