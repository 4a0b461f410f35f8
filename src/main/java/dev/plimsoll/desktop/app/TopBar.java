package dev.plimsoll.desktop.app;

import dev.plimsoll.desktop.kit.Crumb;
import dev.plimsoll.desktop.kit.Icons;
import dev.plimsoll.desktop.kit.KeyHint;
import dev.plimsoll.desktop.kit.Navigator;
import dev.plimsoll.desktop.kit.Texts;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// The path to the page, and the way to everything by name.
final class TopBar extends HBox {
  private static final PseudoClass RAIL = PseudoClass.getPseudoClass("rail");

  private final HBox crumbs = new HBox();
  private final Button search = new Button();
  private final HBox searchContent = new HBox();
  private final Navigator navigator;

  TopBar(Navigator navigator, Runnable openPalette) {
    this.navigator = navigator;
    getStyleClass().add("top-bar");
    crumbs.getStyleClass().add("crumbs");
    crumbs.setMinWidth(0);
    HBox.setHgrow(crumbs, Priority.ALWAYS);
    search.getStyleClass().setAll("search-box");
    search.setId("search");
    search.setAccessibleText("Search or command, key Ctrl K");
    search.setGraphic(searchContent);
    search.setOnAction(_ -> openPalette.run());
    searchContent.getStyleClass().add("row");
    getChildren().addAll(crumbs, search);
    rail(false);
  }

  void show(List<? extends Crumb> path) {
    crumbs.getChildren().clear();
    for (var i = 0; i < path.size(); i++) {
      var crumb = path.get(i);
      var place = crumb.place();
      if (i == path.size() - 1) {
        crumbs.getChildren().add(Texts.line(crumb.text(), "crumb-here"));
      } else {
        if (place == null) {
          crumbs.getChildren().add(Texts.line(crumb.text(), "secondary"));
        } else {
          var link = new Hyperlink(crumb.text());
          link.getStyleClass().setAll("crumb", "hyperlink");
          link.setOnAction(_ -> navigator.go(place));
          crumbs.getChildren().add(link);
        }
        crumbs.getChildren().add(Texts.line("›", "secondary"));
      }
    }
  }

  void rail(boolean narrow) {
    search.pseudoClassStateChanged(RAIL, narrow);
    searchContent.getChildren().setAll(Icons.of(Feather.SEARCH));
    if (!narrow) {
      var gap = new Region();
      HBox.setHgrow(gap, Priority.ALWAYS);
      searchContent
          .getChildren()
          .addAll(Texts.line("Search or command", "secondary"), gap, KeyHint.key("Ctrl K"));
    }
  }
}
