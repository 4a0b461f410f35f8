package dev.plimsoll.core.check.markdown;

import dev.plimsoll.core.model.Problem;
import java.util.ArrayDeque;
import java.util.List;
import java.util.function.Consumer;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/// Parses Markdown, and answers simple questions about its nodes. Thread-safe.
public final class Markdown {
  /// Deeper nesting of blocks is read as text.
  private static final int DEEPEST = 100;

  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(TablesExtension.create(), TaskListItemsExtension.create()))
          .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
          .maxOpenBlockParsers(DEEPEST)
          .build();

  private Markdown() {}

  /// @param file for the sentence of a problem
  /// @throws Problem where it is nested too deeply to be read
  public static Node parse(String file, String text) {
    try {
      return PARSER.parse(text);
    } catch (StackOverflowError nested) {
      throw tooDeep(file, nested);
    }
  }

  /// Shows every node below `top` to `seen`, in the order of the text.
  public static void walk(Node top, Consumer<Node> seen) {
    var siblings = new ArrayDeque<Node>();
    var node = top.getFirstChild();
    while (node != null) {
      seen.accept(node);
      if (node.getNext() != null) {
        siblings.push(node.getNext());
      }
      var child = node.getFirstChild();
      node = child == null ? siblings.poll() : child;
    }
  }

  /// From 1; the line of the nearest node around it that knows its place, or 0.
  public static int line(Node node) {
    for (var place = node; place != null; place = place.getParent()) {
      if (!place.getSourceSpans().isEmpty()) {
        return place.getSourceSpans().getFirst().getLineIndex() + 1;
      }
    }
    return 0;
  }

  /// What a reader sees of `node`, without markup; line breaks are blanks.
  public static String text(Node node) {
    var text = new StringBuilder();
    walk(
        node,
        part -> {
          switch (part) {
            case Text words -> text.append(words.getLiteral());
            case Code code -> text.append(code.getLiteral());
            case SoftLineBreak _, HardLineBreak _ -> text.append(' ');
            default -> {}
          }
        });
    return text.toString().strip();
  }

  private static Problem tooDeep(String file, Throwable nested) {
    return Problem.of(
        "File not read", file + " is nested too deeply.", "Correct the file.", nested);
  }
}
