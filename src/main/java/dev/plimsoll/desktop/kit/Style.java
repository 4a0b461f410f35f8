package dev.plimsoll.desktop.kit;

/// The style classes of `css/plimsoll.css`, so that a typing mistake is a compile error.
public final class Style {
  /// A page: header, body, bottom bar.
  public static final String PAGE = "page";

  /// The scrolled middle of a page, with the page's padding.
  public static final String PAGE_BODY = "page-body";

  /// The column at the right.
  public static final String STRIP = "strip";

  /// A small heading in capitals within a strip.
  public static final String STRIP_HEADING = "strip-heading";

  public static final String CARD = "card-box";

  /// A card that reacts to a click.
  public static final String CLICKABLE = "clickable";

  public static final String CARD_TITLE = "card-title";
  public static final String CHIP = "chip";
  public static final String BADGE = "badge";
  public static final String DOT = "standing-dot";
  public static final String PAGE_TITLE = "page-title";
  public static final String HEADING = "heading";
  public static final String LARGE = "large";
  public static final String STRONG = "strong";
  public static final String SECONDARY = "secondary";
  public static final String SMALL = "small";
  public static final String MONO = "mono";

  /// A block of text in a fixed-width font, framed.
  public static final String CODE = "code-block";

  public static final String PANEL = "panel";
  public static final String BOTTOM_BAR = "bottom-bar";
  public static final String KEY = "key-hint";

  /// AtlantaFX: the blue button.
  public static final String ACCENT = "accent";

  /// AtlantaFX: a button that does harm.
  public static final String DANGER = "danger";

  /// AtlantaFX: a button without a frame.
  public static final String FLAT = "flat";

  /// Vertical distance between the blocks of a page.
  public static final String STACK = "stack";

  /// Vertical distance between lines that belong together.
  public static final String LINES = "lines";

  /// Horizontal distance between things on one line.
  public static final String ROW = "row";

  private Style() {}
}
