package dev.plimsoll.desktop.kit;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;

/// Labels of the usual kinds, and the short forms of long values.
public final class Texts {
  private Texts() {}

  /// A label that wraps.
  public static Label text(String text, String... styleClasses) {
    var label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
    label.getStyleClass().addAll(styleClasses);
    return label;
  }

  /// A label that stays on one line and is cut with an ellipsis.
  public static Label line(String text, String... styleClasses) {
    var label = new Label(text);
    label.getStyleClass().addAll(styleClasses);
    return label;
  }

  /// A name on one line: wrapped it would be broken anywhere, so it is cut in its middle, and told
  /// in full where the mouse rests on it.
  public static Label name(String name, String... styleClasses) {
    var label = line(name, styleClasses);
    label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    label.setMinWidth(0);
    label.setTooltip(new Tooltip(name));
    label.setAccessibleText(name);
    return label;
  }

  public static Label secondary(String text) {
    return text(text, Style.SECONDARY);
  }

  public static Label heading(String text) {
    return text(text, Style.HEADING);
  }

  public static Label mono(String text) {
    return line(text, Style.MONO);
  }

  /// The heading of a part of a strip: small, in capitals.
  public static Label stripHeading(String text) {
    return line(text.toUpperCase(Locale.ROOT), Style.STRIP_HEADING);
  }

  /// `0183f4aa…6c83c3`
  public static String shortDigest(String hex) {
    return hex.length() <= 16 ? hex : hex.substring(0, 8) + "…" + hex.substring(hex.length() - 6);
  }

  /// `4be19f7…a90c2d1`
  public static String shortCommit(String commit) {
    return commit.length() <= 16
        ? commit
        : commit.substring(0, 7) + "…" + commit.substring(commit.length() - 7);
  }

  /// `SHA256:4A9j…HD+G4`
  public static String shortFingerprint(String fingerprint) {
    var colon = fingerprint.indexOf(':') + 1;
    return fingerprint.length() - colon <= 12
        ? fingerprint
        : fingerprint.substring(0, colon + 4)
            + "…"
            + fingerprint.substring(fingerprint.length() - 5);
  }

  /// `1,284`
  public static String number(long number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }

  /// `1 step`, `2 steps`
  public static String count(long count, String one) {
    return count(count, one, one + "s");
  }

  public static String count(long count, String one, String many) {
    return String.format(Locale.ENGLISH, "%,d %s", count, count == 1 ? one : many);
  }

  /// `41 bytes`, `2.1 MB`
  public static String bytes(long bytes) {
    if (bytes < 1000) {
      return count(bytes, "byte");
    }
    var units = new String[] {"kB", "MB", "GB", "TB"};
    double value = bytes;
    var unit = -1;
    while (value >= 999.95 && unit < units.length - 1) {
      value /= 1000;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %s", value, units[unit]).replace(".0 ", " ");
  }
}
