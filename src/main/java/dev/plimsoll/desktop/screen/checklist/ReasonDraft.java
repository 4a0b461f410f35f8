package dev.plimsoll.desktop.screen.checklist;

import dev.plimsoll.desktop.kit.Times;
import java.time.LocalDate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// A reason, and a day until which it holds, while a person writes them: for a waiver or a
/// deferral.
public final class ReasonDraft {
  private final LocalDate today;
  private final @Nullable LocalDate latest;
  private final StringProperty reason = new SimpleStringProperty("");
  private final ObjectProperty<@Nullable LocalDate> until = new SimpleObjectProperty<>();
  private final StringBinding obstacle;

  /// @param suggested the day that stands there at first
  /// @param latest the last day that is allowed, or null for any
  public ReasonDraft(LocalDate today, LocalDate suggested, @Nullable LocalDate latest) {
    this.today = today;
    this.latest = latest;
    until.set(latest != null && suggested.isAfter(latest) ? latest : suggested);
    this.obstacle = Bindings.createStringBinding(this::findObstacle, reason, until);
  }

  public StringProperty reasonProperty() {
    return reason;
  }

  public ObjectProperty<@Nullable LocalDate> untilProperty() {
    return until;
  }

  /// What is missing, as a sentence; empty when nothing is.
  public StringBinding obstacleProperty() {
    return obstacle;
  }

  public BooleanBinding possible() {
    return obstacle.isEmpty();
  }

  public String reason() {
    return reason.get().strip();
  }

  /// The day; only where [#possible] holds.
  public LocalDate until() {
    var day = until.get();
    return day == null ? today : day;
  }

  private String findObstacle() {
    if (reason.get().isBlank()) {
      return "Say why in a sentence; the record keeps it.";
    }
    var day = until.get();
    if (day == null) {
      return "Give a day.";
    }
    if (day.isBefore(today)) {
      return "The day has passed.";
    }
    return latest != null && day.isAfter(latest)
        ? "The checklist allows " + Times.day(latest) + " at the latest."
        : "";
  }
}
