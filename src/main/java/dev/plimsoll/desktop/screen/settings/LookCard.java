package dev.plimsoll.desktop.screen.settings;

import dev.plimsoll.desktop.kit.Look;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import java.util.function.Consumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;

/// Colours and text size.
final class LookCard extends VBox {
  private static final int[] SIZES = {100, 125, 150, 175, 200};

  LookCard(SettingsViewModel model) {
    getStyleClass().add(Style.CARD);
    var now = model.look();
    var themes = new SegmentedButton();
    for (var theme : Look.Theme.values()) {
      var button = toggle(name(theme), "theme-" + name(theme).toLowerCase(java.util.Locale.ROOT));
      button.setUserData(theme);
      button.setSelected(theme == now.theme());
      themes.getButtons().add(button);
    }
    chosen(themes, value -> model.theme((Look.Theme) value));
    var sizes = new SegmentedButton();
    for (var percent : SIZES) {
      var button = toggle(percent + " %", "text-" + percent);
      button.setUserData(percent);
      button.setSelected(percent == now.percent());
      sizes.getButtons().add(button);
    }
    chosen(sizes, value -> model.textSize((Integer) value));
    getChildren()
        .addAll(
            Texts.text("Look", Style.CARD_TITLE),
            field("Colours", themes),
            field("Text size", sizes));
  }

  private static VBox field(String name, SegmentedButton control) {
    var label = Texts.line(name, "field-name");
    label.setLabelFor(control);
    control.setAccessibleText(name);
    var box = new VBox(label, control);
    box.getStyleClass().add(Style.LINES);
    return box;
  }

  private static ToggleButton toggle(String text, String id) {
    var button = new ToggleButton(text);
    button.setId(id);
    button.setFocusTraversable(true);
    return button;
  }

  private static void chosen(SegmentedButton control, Consumer<Object> choose) {
    ToggleGroup group = control.getToggleGroup();
    group
        .selectedToggleProperty()
        .addListener((_, before, now) -> {
          if (now == null) {
            group.selectToggle(before);
          } else if (before != null) {
            choose.accept(now.getUserData());
          }
        });
  }

  private static String name(Look.Theme theme) {
    return switch (theme) {
      case SYSTEM -> "System";
      case LIGHT -> "Light";
      case DARK -> "Dark";
    };
  }
}
