package dev.plimsoll.core.checklist;

import dev.plimsoll.core.model.Checklist;
import dev.plimsoll.core.model.Checklist.Source;
import dev.plimsoll.core.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a checklist no longer asks for.
public final class RemovedSteps {
  private RemovedSteps() {}

  /// The ids of steps that stand in an earlier text of a checklist and not in `now`, in their
  /// earlier order. The earlier text need not be readable by this version, only YAML; what is no
  /// YAML has no steps.
  public static List<String> since(Source earlier, Checklist now) {
    var present = now.steps().map(Step::id).collect(Collectors.toSet());
    return ids(earlier).stream().filter(id -> !present.contains(id)).distinct().toList();
  }

  private static List<String> ids(Source source) {
    var ids = new ArrayList<String>();
    for (var section : items(SourceFile.yaml(source, new Findings()), "sections")) {
      for (var step : items(section, "steps")) {
        if (step instanceof Node.Fields fields
            && fields.field("id").map(Node.Field::value).orElse(null) instanceof Node.Scalar id) {
          ids.add(id.text());
        }
      }
    }
    return ids;
  }

  private static List<Node> items(@Nullable Node node, String key) {
    return node instanceof Node.Fields fields
            && fields.field(key).map(Node.Field::value).orElse(null) instanceof Node.Items items
        ? items.items()
        : List.of();
  }
}
