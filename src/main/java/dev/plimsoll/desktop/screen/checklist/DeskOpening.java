package dev.plimsoll.desktop.screen.checklist;

import dev.plimsoll.core.OpenProject;
import dev.plimsoll.core.Plimsoll;
import dev.plimsoll.core.ReleaseDesk;
import dev.plimsoll.core.model.Actor;
import dev.plimsoll.core.model.Answer;
import dev.plimsoll.core.model.Checklist;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.RunState;
import dev.plimsoll.core.run.RunOptions;
import dev.plimsoll.core.run.TrafficPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The way to a run of a release, through the front door.
public final class DeskOpening implements WalkOpening {
  private static final int LONGEST_HELP = 1 << 20;

  private final Plimsoll plimsoll;
  private final Supplier<OpenProject> project;
  private final Supplier<Actor> operator;
  private final Which which;

  /// @param checklist its id
  public record Which(String version, String checklist) {}

  /// @param project opened or remembered; may read files
  /// @param operator who walks; may read files
  public DeskOpening(
      Plimsoll plimsoll, Supplier<OpenProject> project, Supplier<Actor> operator, Which which) {
    this.plimsoll = plimsoll;
    this.project = project;
    this.operator = operator;
    this.which = which;
  }

  @Override
  public Door look() {
    var open = project.get();
    open.reload();
    var definition = open.definition();
    var checklist = checklist(open);
    var begun = run(open).isPresent();
    return new Door(
        definition.product(),
        which.version(),
        checklist,
        definition.desk(),
        new Before(begun, begun ? Optional.empty() : desk(open).sinceLastRun(checklist)));
  }

  private Checklist checklist(OpenProject open) {
    return open.checklist(which.checklist())
        .orElseThrow(() ->
            Problem.of(
                "Checklist not found",
                "The project has no checklist " + which.checklist() + ".",
                "Look at the release's plan again; the file may have been renamed."));
  }

  private Optional<RunState> run(OpenProject open) {
    return desk(open).state().run(which.checklist());
  }

  private ReleaseDesk desk(OpenProject open) {
    return open.release(which.version());
  }

  @Override
  public Walk open(Map<String, String> parameters) {
    var options = new RunOptions(parameters, false, operator.get(), Answer.Origin.WINDOW);
    var open = project.get();
    var session = desk(open).open(which.checklist(), options);
    return new LiveWalk(session, plimsoll.evidence(), open.past());
  }

  @Override
  public Optional<Walk> lookOnly() {
    var open = project.get();
    return run(open)
        .map(RunState::id)
        .filter(id -> desk(open).look(id).isPresent())
        .map(id ->
            new LookedAt(
                () -> desk(open).look(id).orElseThrow(),
                plimsoll.evidence(),
                Past.of(open.past(), id, which.checklist())));
  }

  @Override
  public TrafficPlan traffic(Map<String, String> parameters) {
    return desk(project.get()).traffic(which.checklist(), parameters);
  }

  @Override
  public String help(String reference) {
    var hash = reference.indexOf('#');
    var path = hash < 0 ? reference : reference.substring(0, hash);
    var root = project.get().root();
    var file = root.resolve(path).normalize();
    if (!file.startsWith(root) || !Files.isRegularFile(file)) {
      throw notFound(path);
    }
    try {
      if (Files.size(file) > LONGEST_HELP) {
        throw notFound(path);
      }
      return HelpText.section(
          Files.readString(file), hash < 0 ? "" : reference.substring(hash + 1));
    } catch (IOException unreadable) {
      throw notFound(path);
    }
  }

  private static Problem notFound(String path) {
    return Problem.of(
        "Troubleshooting not found",
        path + " is not a text file of this repository.",
        "Correct `troubleshoot` at the step, or restore the file.");
  }
}
