package dev.plimsoll.core.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A changelog in the form of Keep a Changelog (keepachangelog.com), read line by line. Nothing is
/// judged here: a heading that is no version, a date that does not exist and an order that runs
/// backwards are read as they stand.
///
/// @param file its name for positions
/// @param sections every level-two heading with what stands under it, in file order
public record ChangelogFile(String file, List<Section> sections) {
  private static final Pattern FENCE = Pattern.compile(" {0,3}(`{3,}|~{3,}).*");
  private static final Pattern HEADING = Pattern.compile("##(?!#)\\s*(.*?)\\s*#*\\s*");
  private static final Pattern PARTS =
      Pattern.compile(
          "(?<name>\\[[^\\]]*\\](?:\\([^)]*\\))?|[^\\s:]+)\\s*(?:[-\u2013\u2014:]\\s*|\\(\\s*|\\s+)?(?<rest>.*)");
  private static final Pattern LINKED = Pattern.compile("\\[([^\\]]*)\\](?:\\([^)]*\\))?");
  private static final Pattern GROUP = Pattern.compile("###(?!#)\\s*(.*?)\\s*#*\\s*");

  public ChangelogFile {
    sections = List.copyOf(sections);
  }

  /// One version's section.
  ///
  /// @param heading the heading's text without `##`: `[v1.1.0] - 2026-11-03`
  /// @param name what it calls itself, without brackets: `v1.1.0`, `Unreleased`
  /// @param version `name` without a leading `v`; `Unreleased` for that section
  /// @param date the date's text as it stands (`2026-11-03`, `TBD`, `soon`), or null where there is
  ///   none
  /// @param yanked whether it is marked `[YANKED]`
  /// @param line the heading's line, from 1
  /// @param body what stands under it, without link definitions
  public record Section(
      String heading,
      String name,
      String version,
      @Nullable String date,
      boolean yanked,
      int line,
      List<Line> body) {
    public Section {
      body = List.copyOf(body);
    }

    public boolean isUnreleased() {
      return name.equalsIgnoreCase("Unreleased");
    }

    /// The lines that say something: no blank lines, no `### Added` headings.
    public List<Line> entries() {
      return body.stream()
          .filter(line -> !line.text().isBlank() && !GROUP.matcher(line.text()).matches())
          .toList();
    }

    /// Its `### Added` and the like, with their lines.
    public List<Line> groups() {
      return body.stream()
          .filter(line -> GROUP.matcher(line.text()).matches())
          .map(line -> new Line(line.number(), GROUP.matcher(line.text()).replaceFirst("$1")))
          .toList();
    }

    /// The body as text, blank lines at both ends left out.
    public String text() {
      return String.join("\n", body.stream().map(Line::text).toList()).strip();
    }
  }

  /// @param number from 1
  public record Line(int number, String text) {}

  /// Reads `text`; never fails. Fenced code is body, whatever it looks like; CRLF reads like LF.
  public static ChangelogFile parse(String file, String text) {
    var sections = new ArrayList<Section>();
    var body = new ArrayList<Line>();
    var fence = "";
    var number = 0;
    Section open = null;
    for (var line : text.lines().toList()) {
      number++;
      var fenced = FENCE.matcher(line);
      if (fenced.matches() && (fence.isEmpty() || fenced.group(1).startsWith(fence))) {
        fence = fence.isEmpty() ? fenced.group(1) : "";
      }
      var heading = HEADING.matcher(line);
      if (fence.isEmpty() && heading.matches()) {
        close(open, body, sections);
        open = section(heading.group(1), number);
      } else if (!line.matches(" {0,3}\\[[^\\]]+\\]:\\s*\\S.*") || !fence.isEmpty()) {
        body.add(new Line(number, line));
      }
    }
    close(open, body, sections);
    return new ChangelogFile(file, sections);
  }

  private static void close(@Nullable Section open, List<Line> body, List<Section> sections) {
    if (open != null) {
      sections.add(
          new Section(
              open.heading(),
              open.name(),
              open.version(),
              open.date(),
              open.yanked(),
              open.line(),
              body));
    }
    body.clear();
  }

  private static Section section(String heading, int line) {
    var yanked = heading.toUpperCase(Locale.ROOT).contains("[YANKED]");
    var plain = heading.replaceAll("(?i)\\[YANKED\\]", "").strip();
    var parts = PARTS.matcher(plain);
    if (!parts.matches()) {
      return new Section(heading, "", "", null, yanked, line, List.of());
    }
    var name = LINKED.matcher(parts.group("name")).replaceFirst("$1").strip();
    var rest = parts.group("rest").strip();
    var date = rest.endsWith(")") ? rest.substring(0, rest.length() - 1).strip() : rest;
    var version = name.matches("[vV]\\d.*") ? name.substring(1) : name;
    return new Section(
        heading, name, version, date.isEmpty() ? null : date, yanked, line, List.of());
  }

  /// The first section that is not `Unreleased`.
  public Optional<Section> newest() {
    return sections.stream().filter(section -> !section.isUnreleased()).findFirst();
  }

  public Optional<Section> unreleased() {
    return sections.stream().filter(Section::isUnreleased).findFirst();
  }

  /// The section of a version, with or without a leading `v` in its heading.
  public Optional<Section> section(String version) {
    return sections.stream()
        .filter(section -> section.version().equals(version) || section.name().equals(version))
        .findFirst();
  }
}
