package dev.plimsoll.core.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Executable, ordered steps, identified by the digest of the file's bytes.
///
/// @param id immutable name, as in `plimsoll run ID`
/// @param form category, mode and order
/// @param parameters what may be set when a run is opened
/// @param sections in order; step ids are unique over all of them
/// @param source the file it was read from
public record Checklist(
    String id,
    String title,
    Form form,
    List<Parameter> parameters,
    List<Section> sections,
    Source source) {
  public Checklist {
    parameters = List.copyOf(parameters);
    sections = List.copyOf(sections);
  }

  /// @param file relative to the repository, with `/`
  /// @param sha256 lower-case hex over the file's bytes as they lie
  /// @param text the file's text, for the bundle and for the window
  public record Source(String file, String sha256, String text) {}

  public record Form(Category category, Mode mode, Order order) {}

  public enum Category {
    PRE_RELEASE,
    RELEASE,
    SMOKE,
    BACKUP,
    RESTORE,
    AUDIT,
    CANARY,
    ROLLBACK,
    MAINTENANCE
  }

  public enum Mode {
    /// Any order; the gate looks at the end.
    DO_CONFIRM,
    /// One current step at a time, the next ones wait.
    READ_DO
  }

  public enum Order {
    FREE,
    /// A step waits for those before it.
    STRICT,
    /// Out of order only with a reason that the record keeps.
    REASONED
  }

  /// Every step of every section, in order.
  public Stream<Step> steps() {
    return sections.stream().flatMap(section -> section.steps().stream());
  }

  public Optional<Step> step(String id) {
    return steps().filter(step -> step.id().equals(id)).findFirst();
  }
}
