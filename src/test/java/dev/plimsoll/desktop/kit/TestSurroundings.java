package dev.plimsoll.desktop.kit;

import dev.plimsoll.desktop.task.HandTicker;
import dev.plimsoll.desktop.task.TaskRunner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the window would offer, for a test: work is done at once, the ticker is driven by hand, and
/// everything that was asked of the window is written down.
public final class TestSurroundings {
  public final HandTicker ticker = new HandTicker();

  /// Where the page wanted to go, in order.
  public final List<Place> visited = new ArrayList<>();

  /// Panels that were shown, in order; closed ones stay in the list.
  public final List<Panel> panels = new ArrayList<>();

  /// Short lines that were told.
  public final List<String> told = new ArrayList<>();

  /// What the file choosers answer, first one first; nothing left means the person cancelled.
  public final List<Path> picks = new ArrayList<>();

  private boolean showing;

  public Surroundings surroundings() {
    return new Surroundings(
        new TaskRunner(Runnable::run, Runnable::run), ticker, navigator(), dialogs(), files());
  }

  /// The panel that is open.
  public Panel panel() {
    if (!showing) {
      throw new AssertionError("no panel is open");
    }
    return panels.getLast();
  }

  private Navigator navigator() {
    return new Navigator() {
      @Override
      public void go(Place place) {
        visited.add(place);
      }

      @Override
      public void back() {
        visited.add(new Place.Home());
      }
    };
  }

  private Dialogs dialogs() {
    return new Dialogs() {
      @Override
      public void show(Panel panel) {
        panels.add(panel);
        showing = true;
      }

      @Override
      public void close() {
        showing = false;
      }

      @Override
      public boolean isShowing() {
        return showing;
      }

      @Override
      public void tell(String line) {
        told.add(line);
      }
    };
  }

  private FilePicker files() {
    return new FilePicker() {
      @Override
      public Optional<Path> folder(String title, @Nullable Path start) {
        return next();
      }

      @Override
      public Optional<Path> file(String title, List<String> patterns) {
        return next();
      }

      @Override
      public List<Path> files(String title) {
        return next().stream().toList();
      }

      @Override
      public Optional<Path> saveAs(String title, String suggestedName) {
        return next();
      }
    };
  }

  private Optional<Path> next() {
    return picks.isEmpty() ? Optional.empty() : Optional.of(picks.removeFirst());
  }
}
