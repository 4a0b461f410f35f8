package dev.plimsoll.desktop.app;

import dev.plimsoll.desktop.kit.Navigator;
import dev.plimsoll.desktop.kit.Place;
import dev.plimsoll.desktop.kit.Screen;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Where the person is and was. One page at a time; a page that is left is told so before the next
/// one is built, so that it can give back what only one page may own.
final class Journey implements Navigator {
  private static final int REMEMBERED = 50;

  private final Function<Place, Screen> screens;
  private final Place home;
  private final Deque<Place> been = new ArrayDeque<>();
  private final ReadOnlyObjectWrapper<@Nullable Screen> screen = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Place> place;

  /// @param home where a journey without a past leads back to
  Journey(Function<Place, Screen> screens, Place home) {
    this.screens = screens;
    this.home = home;
    this.place = new ReadOnlyObjectWrapper<>(home);
  }

  @Override
  public void go(Place next) {
    if (screen.get() != null && !next.equals(place.get())) {
      been.push(place.get());
      if (been.size() > REMEMBERED) {
        been.removeLast();
      }
    }
    enter(next);
  }

  @Override
  public void back() {
    enter(been.isEmpty() ? home : been.pop());
  }

  private void enter(Place next) {
    leave();
    place.set(next);
    var entered = screens.apply(next);
    screen.set(entered);
    entered.onShown();
  }

  /// Leaves the page without entering another.
  void leave() {
    var left = screen.get();
    if (left != null) {
      screen.set(null);
      left.onHidden();
    }
  }

  ReadOnlyObjectProperty<@Nullable Screen> screen() {
    return screen.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Place> place() {
    return place.getReadOnlyProperty();
  }
}
