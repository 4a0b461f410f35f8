package dev.plimsoll.desktop.kit;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Parent;

/// A page in the window. Built once per visit; everything is called on the window's thread.
///
/// Order: the constructor, [#root], [#onShown] (the root is in the scene), any number of acts,
/// [#onHidden] (the root is about to leave the scene; beats are closed and owned things given
/// back). A page that was hidden is not shown again.
public interface Screen {
  Parent root();

  /// The path in the top bar, outermost first; the last one is where the person is. May change
  /// while the page is shown.
  ObservableList<Crumb> crumbs();

  /// What can be done here: reached by its letter, by the palette, and listed under `?`. May change
  /// while the page is shown.
  default ObservableList<Action> actions() {
    return FXCollections.emptyObservableList();
  }

  default void onShown() {}

  default void onHidden() {}
}
