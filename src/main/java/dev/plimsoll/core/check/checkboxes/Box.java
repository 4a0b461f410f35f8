package dev.plimsoll.core.check.checkboxes;

import dev.plimsoll.core.check.markdown.Markdown;
import dev.plimsoll.core.check.markdown.Outline;
import dev.plimsoll.core.model.Position;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/// One item of a task list.
///
/// @param text without markup
/// @param written as it stands in the file
/// @param links where its links lead
/// @param code what stands as code in it
record Box(
    boolean ticked,
    String text,
    String written,
    List<String> links,
    List<String> code,
    Position at) {
  private static final int LONGEST_NAME = 60;

  Box {
    links = List.copyOf(links);
    code = List.copyOf(code);
  }

  /// The beginning of the text, for a sentence.
  String name() {
    return text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME).strip() + "...";
  }

  /// The boxes below a heading, in order.
  ///
  /// @param anchor empty for the whole document
  static List<Box> all(String file, String text, String anchor) {
    var boxes = new ArrayList<Box>();
    var outline = new Outline();
    var lines = text.split("\\r\\n|\\r|\\n", -1);
    Markdown.walk(
        Markdown.parse(file, text),
        node -> {
          switch (node) {
            case Heading heading -> outline.enter(heading);
            case TaskListItemMarker marker
                when marker.getParent() instanceof ListItem item && outline.isBelow(anchor) ->
                boxes.add(of(file, item, marker.isChecked(), lines));
            default -> {}
          }
        });
    return boxes;
  }

  /// Whether the document has such a heading at all.
  static boolean hasHeading(String file, String text, String anchor) {
    var outline = new Outline();
    var found = new ArrayList<String>();
    Markdown.walk(
        Markdown.parse(file, text),
        node -> {
          if (node instanceof Heading heading) {
            outline.enter(heading);
            found.add(outline.sections().getLast().anchor());
          }
        });
    return found.contains(anchor);
  }

  private static Box of(String file, ListItem item, boolean ticked, String[] lines) {
    var text = new StringBuilder();
    var written = new StringBuilder();
    var links = new ArrayList<String>();
    var code = new ArrayList<String>();
    for (var part = item.getFirstChild(); part != null; part = part.getNext()) {
      if (part instanceof Paragraph paragraph) {
        text.append(Markdown.text(paragraph)).append(' ');
        paragraph
            .getSourceSpans()
            .forEach(span -> written.append(lines[span.getLineIndex()]).append('\n'));
        Markdown.walk(paragraph, node -> collect(node, links, code));
      }
    }
    return new Box(
        ticked,
        text.toString().strip(),
        written.toString(),
        links,
        code,
        Position.of(file, Markdown.line(item)));
  }

  private static void collect(Node node, List<String> links, List<String> code) {
    if (node instanceof Link link) {
      links.add(link.getDestination());
    } else if (node instanceof Code words) {
      code.add(words.getLiteral());
    }
  }
}
