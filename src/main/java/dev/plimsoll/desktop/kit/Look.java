package dev.plimsoll.desktop.kit;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/// How the window looks: colours and text size. Applied as a user agent sheet (so that popups
/// follow) and an author sheet for each scene.
///
/// @param percent text size, 100 to 200
public record Look(Theme theme, int percent) {
  /// Follows the system, at the usual size.
  public static final Look USUAL = new Look(Theme.SYSTEM, 100);

  private static final List<String> SANS =
      List.of(
          "Inter",
          "Segoe UI",
          "SF Pro Text",
          "Helvetica Neue",
          "Noto Sans",
          "Cantarell",
          "Ubuntu",
          "Open Sans",
          "Liberation Sans",
          "DejaVu Sans");
  private static final List<String> FIXED =
      List.of(
          "JetBrains Mono",
          "Cascadia Mono",
          "SF Mono",
          "Menlo",
          "Consolas",
          "Noto Sans Mono",
          "DejaVu Sans Mono",
          "Liberation Mono");

  // in pixels: an icon is a text, so that its size in em would be a multiple of itself and grow
  // with every layout
  private static final String ICONS =
      """
      .icon { -fx-icon-size: %.1fpx; }
      .standing-dot > .icon { -fx-icon-size: %.1fpx; }
      .chip > .icon { -fx-icon-size: %.1fpx; }
      .error-panel > .icon, .notice > .icon, .verification-banner > .icon { -fx-icon-size: %.1fpx; }
      .headline > .icon { -fx-icon-size: %.1fpx; }
      .empty-state > .icon { -fx-icon-size: %.1fpx; }
      """;

  public enum Theme {
    SYSTEM,
    LIGHT,
    DARK
  }

  /// Makes this the look of the whole program, and of `scene` in particular.
  public void applyTo(Scene scene) {
    Application.setUserAgentStylesheet(sheet());
    scene.getStylesheets().setAll(resource("plimsoll.css"));
    scene.getRoot().applyCss();
  }

  public boolean isDark() {
    return theme == Theme.DARK
        || (theme == Theme.SYSTEM
            && Platform.getPreferences().getColorScheme() == ColorScheme.DARK);
  }

  private String sheet() {
    var families = new HashSet<>(Font.getFamilies());
    var sans = SANS.stream().filter(families::contains).findFirst().orElse("System");
    var fixed = FIXED.stream().filter(families::contains).findFirst().orElse("Monospaced");
    // DejaVu and Liberation run wider than the others
    var base = sans.startsWith("DejaVu") ? 13.0 : 14.0;
    var size = base * percent / 100;
    var css =
        String.format(
            Locale.ROOT,
            """
            @import "%s";
            .root { -fx-font-family: "%s"; -fx-font-size: %.2fpx; }
            .mono, .mono .content { -fx-font-family: "%s"; }
            """
                + ICONS,
            resource(isDark() ? "dark.css" : "light.css"),
            sans,
            size,
            fixed,
            size * 1.15,
            size * 0.95,
            size * 0.9,
            size * 1.4,
            size * 2,
            size * 2.6);
    return "data:text/css;base64,"
        + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
  }

  private static String resource(String name) {
    return Objects.requireNonNull(Look.class.getResource("/css/" + name), name).toExternalForm();
  }
}
