package dev.plimsoll.desktop.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// A panel to be shown over the page: a title, something inside, and what can be done with it.
///
/// Enter does the primary action unless it is [#grave]; Escape always leaves without doing
/// anything.
public final class Panel {
  private final String title;
  private final Node content;
  private final List<Action> others = new ArrayList<>();
  private @Nullable Action primary;
  private @Nullable Node firstFocus;
  private boolean grave;
  private boolean wide;
  private Runnable whenLeft = () -> {};

  public Panel(String title, Node content) {
    this.title = title;
    this.content = content;
  }

  /// The one thing the panel is for.
  public Panel primary(Action action) {
    this.primary = action;
    return this;
  }

  /// As [#primary], for something that cannot be undone: it is not the default button and the way
  /// out has the focus.
  public Panel grave(Action action) {
    this.primary = action;
    this.grave = true;
    return this;
  }

  /// A further button, left of the primary one.
  public Panel other(Action action) {
    others.add(action);
    return this;
  }

  public Panel focus(Node node) {
    this.firstFocus = node;
    return this;
  }

  /// For tables, statements, source text.
  public Panel wide() {
    this.wide = true;
    return this;
  }

  /// Called when the panel was left with Escape or a click beside it.
  public Panel whenLeft(Runnable left) {
    this.whenLeft = left;
    return this;
  }

  public String title() {
    return title;
  }

  public Node content() {
    return content;
  }

  public @Nullable Action primary() {
    return primary;
  }

  public List<Action> others() {
    return List.copyOf(others);
  }

  public @Nullable Node firstFocus() {
    return firstFocus;
  }

  public boolean isGrave() {
    return grave;
  }

  public boolean isWide() {
    return wide;
  }

  public void left() {
    whenLeft.run();
  }
}
