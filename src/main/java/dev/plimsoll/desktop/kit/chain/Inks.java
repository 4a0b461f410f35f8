package dev.plimsoll.desktop.kit.chain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.converter.ColorConverter;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/// A region that has its colours from the style sheet, for something that is painted: light and
/// dark are the sheet's business.
abstract class Inks extends Region {
  private static final List<Meta> METAS = Arrays.stream(Ink.values()).map(Meta::new).toList();
  private static final List<CssMetaData<? extends Styleable, ?>> ALL = all();

  private final Map<Ink, SimpleStyleableObjectProperty<Color>> inks = new EnumMap<>(Ink.class);

  Inks() {
    for (var meta : METAS) {
      var ink = new SimpleStyleableObjectProperty<>(meta, this, meta.ink.name(), Color.GRAY);
      ink.addListener((_, _, _) -> requestLayout());
      inks.put(meta.ink, ink);
    }
  }

  final Color ink(Ink ink) {
    var property = inks.get(ink);
    return property == null ? Color.GRAY : property.get();
  }

  @Override
  public final List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return ALL;
  }

  private static List<CssMetaData<? extends Styleable, ?>> all() {
    var all = new ArrayList<>(Region.getClassCssMetaData());
    all.addAll(METAS);
    return List.copyOf(all);
  }

  private static final class Meta extends CssMetaData<Inks, Color> {
    private final Ink ink;

    Meta(Ink ink) {
      super(ink.property(), ColorConverter.getInstance(), Color.GRAY);
      this.ink = ink;
    }

    @Override
    public boolean isSettable(Inks node) {
      return true;
    }

    @Override
    public StyleableProperty<Color> getStyleableProperty(Inks node) {
      return java.util.Objects.requireNonNull(node.inks.get(ink));
    }
  }
}
