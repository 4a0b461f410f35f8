package dev.plimsoll.core.run.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// Reads TAP 14 strictly: version line, plan, test points in order, YAML blocks of two blanks.
public final class TapReader {
  private static final Pattern POINT =
      Pattern.compile("(not )?ok (\\d+) - ((?:[^#\\\\]|\\\\.)*?)(?: # (SKIP|TODO) (.*))?");

  /// @param directive SKIP, TODO or empty
  public record Point(
      boolean ok, String title, String directive, String reason, Map<String, Object> details) {}

  private TapReader() {}

  public static List<Point> read(String text) {
    var lines = text.lines().filter(line -> !line.startsWith("#")).toList();
    if (!lines.getFirst().equals("TAP version 14") || !text.endsWith("\n")) {
      throw new AssertionError("no TAP 14: " + lines.getFirst());
    }
    var planned = Integer.parseInt(lines.get(1).replaceFirst("^1\\.\\.(\\d+).*$", "$1"));
    var points = new ArrayList<Point>();
    for (var i = 2; i < lines.size(); i++) {
      var matcher = POINT.matcher(lines.get(i));
      if (!matcher.matches() || Integer.parseInt(matcher.group(2)) != points.size() + 1) {
        throw new AssertionError("no test point in its turn: " + lines.get(i));
      }
      Map<String, Object> details = Map.of();
      if (i + 1 < lines.size() && lines.get(i + 1).equals("  ---")) {
        var block = new StringBuilder();
        for (i += 2; !lines.get(i).equals("  ..."); i++) {
          block.append(lines.get(i)).append('\n');
        }
        details = yaml(block.toString());
      }
      points.add(
          new Point(
              matcher.group(1) == null,
              matcher.group(3).replaceAll("\\\\(.)", "$1"),
              matcher.group(4) == null ? "" : matcher.group(4),
              matcher.group(5) == null ? "" : matcher.group(5),
              details));
    }
    if (points.size() != planned) {
      throw new AssertionError(points.size() + " test points, " + planned + " planned");
    }
    return points;
  }

  private static Map<String, Object> yaml(String block) {
    var map = new LinkedHashMap<String, Object>();
    if (new Load(LoadSettings.builder().build()).loadFromString(block) instanceof Map<?, ?> read) {
      read.forEach((key, value) -> map.put(String.valueOf(key), value));
    }
    return map;
  }
}
