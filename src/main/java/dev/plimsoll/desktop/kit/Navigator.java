package dev.plimsoll.desktop.kit;

/// Takes the person to another place. Called on the window's thread; the page is shown before [#go]
/// returns.
public interface Navigator {
  void go(Place place);

  /// To where the person was before, or home.
  void back();
}
