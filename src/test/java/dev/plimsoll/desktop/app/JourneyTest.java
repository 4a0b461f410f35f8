package dev.plimsoll.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.desktop.kit.Crumb;
import dev.plimsoll.desktop.kit.Place;
import dev.plimsoll.desktop.kit.Screen;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Group;
import javafx.scene.Parent;
import org.junit.jupiter.api.Test;

class JourneyTest {
  private static final Place HOME = new Place.Home();
  private static final Place HISTORY = new Place.History();
  private static final Place SETTINGS = new Place.Settings();

  private final List<String> told = new ArrayList<>();
  private final Journey journey = new Journey(Page::new, HOME);

  @Test
  void aPageIsLeftBeforeTheNextOneIsBuilt() {
    journey.go(HOME);
    journey.go(HISTORY);
    assertThat(told)
        .containsExactly(
            "build Home", "shown Home", "hidden Home", "build History", "shown History");
  }

  @Test
  void backGoesWhereThePersonWasAndHomeAtLast() {
    journey.go(HOME);
    journey.go(HISTORY);
    journey.go(SETTINGS);
    journey.back();
    assertThat(journey.place().get()).isEqualTo(HISTORY);
    journey.back();
    journey.back();
    assertThat(journey.place().get()).isEqualTo(HOME);
  }

  @Test
  void goingWhereOneIsLooksAgainWithoutLengtheningTheWayBack() {
    journey.go(HOME);
    journey.go(HISTORY);
    journey.go(HISTORY);
    journey.back();
    assertThat(journey.place().get()).isEqualTo(HOME);
  }

  @Test
  void theLastPageIsToldWhenTheWindowCloses() {
    journey.go(HISTORY);
    journey.leave();
    journey.leave();
    assertThat(told).endsWith("shown History", "hidden History");
  }

  private final class Page implements Screen {
    private final String name;

    Page(Place place) {
      name = place.getClass().getSimpleName();
      told.add("build " + name);
    }

    @Override
    public Parent root() {
      return new Group();
    }

    @Override
    public ObservableList<Crumb> crumbs() {
      return FXCollections.observableArrayList(Crumb.of(name));
    }

    @Override
    public void onShown() {
      told.add("shown " + name);
    }

    @Override
    public void onHidden() {
      told.add("hidden " + name);
    }
  }
}
