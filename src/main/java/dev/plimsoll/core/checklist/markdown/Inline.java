package dev.plimsoll.core.checklist.markdown;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/// The text of a paragraph or heading, without its marks, and the links in it.
final class Inline extends AbstractVisitor {
  private final StringBuilder text = new StringBuilder();
  private final List<String> links = new ArrayList<>();

  private Inline() {}

  static Inline of(Node block) {
    var inline = new Inline();
    for (var node = block.getFirstChild(); node != null; node = node.getNext()) {
      node.accept(inline);
    }
    return inline;
  }

  /// Its lines; code keeps its backticks, so that it is seen what is meant to the letter.
  List<String> lines() {
    return text.toString().lines().map(String::strip).toList();
  }

  /// On one line.
  String line() {
    return text.toString().replaceAll("\\s+", " ").strip();
  }

  List<String> links() {
    return List.copyOf(links);
  }

  @Override
  public void visit(Text node) {
    text.append(node.getLiteral());
  }

  @Override
  public void visit(Code node) {
    text.append('`').append(node.getLiteral()).append('`');
  }

  @Override
  public void visit(SoftLineBreak node) {
    text.append('\n');
  }

  @Override
  public void visit(HardLineBreak node) {
    text.append('\n');
  }

  @Override
  public void visit(Link node) {
    var destination = node.getDestination();
    if (!destination.isBlank() && !destination.startsWith("mailto:")) {
      links.add(destination);
    }
    visitChildren(node);
  }
}
