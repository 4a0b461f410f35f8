package dev.plimsoll.core.check.markdown;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Heading;

/// Keeps track of the headings that a place stands below, while a document is walked. Use it once.
public final class Outline {
  private final Slugs slugs = new Slugs();
  private final List<Section> sections = new ArrayList<>();

  public void enter(Heading heading) {
    var title = Markdown.text(heading);
    sections.removeIf(section -> section.level() >= heading.getLevel());
    sections.add(new Section(slugs.next(title), title, heading.getLevel(), Markdown.line(heading)));
  }

  /// The innermost last.
  public List<Section> sections() {
    return List.copyOf(sections);
  }

  /// Whether the place stands below the heading with this anchor, directly or not; always where it
  /// is empty.
  public boolean isBelow(String anchor) {
    return anchor.isEmpty()
        || sections.stream().anyMatch(section -> section.anchor().equals(anchor));
  }
}
