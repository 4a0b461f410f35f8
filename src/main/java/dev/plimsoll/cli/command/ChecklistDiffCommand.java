package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Json;
import dev.plimsoll.cli.terminal.Tone;
import dev.plimsoll.core.checklist.ChecklistDifference;
import dev.plimsoll.core.checklist.ChecklistDifference.Added;
import dev.plimsoll.core.checklist.ChecklistDifference.Change;
import dev.plimsoll.core.checklist.ChecklistDifference.Changed;
import dev.plimsoll.core.checklist.ChecklistDifference.Moved;
import dev.plimsoll.core.checklist.ChecklistDifference.Removed;
import dev.plimsoll.core.model.Checklist.Source;
import dev.plimsoll.core.model.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Compares checklists by the ids of their steps.
@Command(
    name = "diff",
    description = {
      "Compare checklists by step: added, removed, moved, changed keys with old and new.",
      "A and B are files, ids of checklists, revisions (HEAD~1, v1.0.0: all checklists of then) or"
          + " both together (v1.0.0:pre-release)."
    },
    footer = {"", "Exit codes: 0 the same, 1 different, 2 could not be compared."},
    exitCodeOnExecutionException = ExitCode.OPEN)
final class ChecklistDiffCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Parameters(index = "0", paramLabel = "A", description = "The earlier one.")
  String before = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "B",
      description = "The later one; the files as they are now by default.")
  @Nullable String after;

  ChecklistDiffCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    var sides = new ChecklistSides(invocation);
    var earlier = sides.of(before);
    var later = after == null ? sides.now() : sides.of(after);
    var compared = compared(earlier, later);
    var same = compared.values().stream().allMatch(ChecklistDifference::isEmpty);
    var code = same ? ExitCode.OK : ExitCode.NO;
    if (invocation.isJson()) {
      invocation.say(
          new Json()
              .with("exit", code)
              .with("checklists", compared.entrySet(), ChecklistDiffCommand::json));
    } else {
      compared.forEach(this::tell);
    }
    return code;
  }

  /// A single checklist is held against a single one whatever their ids, else against the one of
  /// its id.
  private static Map<String, ChecklistDifference> compared(
      ChecklistSides.Side earlier, ChecklistSides.Side later) {
    var compared = new LinkedHashMap<String, ChecklistDifference>();
    if (earlier.single() && later.single()) {
      var one = earlier.lists().entrySet().iterator().next();
      compared.put(
          one.getKey(),
          ChecklistDifference.of(one.getValue(), later.lists().values().iterator().next()));
      return compared;
    }
    var ids = new TreeSet<String>();
    ids.addAll(later.single() ? later.lists().keySet() : earlier.lists().keySet());
    if (!earlier.single()) {
      ids.addAll(later.lists().keySet());
    }
    for (var id : ids) {
      var nothing = new Source(id, "", "sections: []\n");
      compared.put(
          id,
          ChecklistDifference.of(
              earlier.lists().getOrDefault(id, nothing), later.lists().getOrDefault(id, nothing)));
    }
    if (compared.isEmpty()) {
      throw Problem.of("Not compared", "There is no checklist on either side.", "Name one.");
    }
    return compared;
  }

  private void tell(String id, ChecklistDifference difference) {
    var out = invocation.out();
    out.line(
        Tone.STRONG, id + ": " + (difference.isEmpty() ? "the same." : difference.summary() + "."));
    for (var change : difference.changes()) {
      out.line(change instanceof Removed ? Tone.CAUTION : Tone.PLAIN, "  " + change.words());
    }
  }

  private static Json json(Map.Entry<String, ChecklistDifference> compared) {
    var difference = compared.getValue();
    return new Json()
        .with("id", compared.getKey())
        .with("same", difference.isEmpty())
        .with("summary", difference.summary())
        .with("removed", of(Removed.class, difference), ChecklistDiffCommand::json)
        .with("added", of(Added.class, difference), ChecklistDiffCommand::json)
        .with("moved", of(Moved.class, difference), ChecklistDiffCommand::json)
        .with("changed", of(Changed.class, difference), ChecklistDiffCommand::json);
  }

  private static List<Change> of(Class<? extends Change> kind, ChecklistDifference difference) {
    return new ArrayList<>(difference.changes().stream().filter(kind::isInstance).toList());
  }

  private static Json json(Change change) {
    var json = new Json().with("step", change.step().isEmpty() ? null : change.step());
    return switch (change) {
      case Removed removed ->
          json.with("title", removed.title()).with("required", removed.required());
      case Added added -> json.with("title", added.title()).with("section", added.section());
      case Moved moved -> json.with("from", moved.from()).with("to", moved.to());
      case Changed changed ->
          json.with("key", changed.key())
              .with("before", changed.before())
              .with("after", changed.after());
    };
  }
}
