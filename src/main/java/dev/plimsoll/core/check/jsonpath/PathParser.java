package dev.plimsoll.core.check.jsonpath;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a query. Use it once.
final class PathParser {
  private static final int DEEPEST = 64;

  private final QueryText text;
  private int depth;

  PathParser(String query) {
    this.text = new QueryText(query);
  }

  List<Segment> read() throws JsonPathSyntaxException {
    text.expect("$");
    var segments = segments();
    if (!text.atEnd()) {
      throw text.wrong("Expected '.' or '['" + text.insteadOf());
    }
    return segments;
  }

  List<Segment> segments() throws JsonPathSyntaxException {
    var segments = new ArrayList<Segment>();
    while (true) {
      var before = text.at();
      text.blanks();
      if (text.take("..")) {
        segments.add(new Segment(true, text.peek() == '[' ? bracketed() : List.of(dotted())));
      } else if (text.take(".")) {
        segments.add(new Segment(false, List.of(dotted())));
      } else if (text.peek() == '[') {
        segments.add(new Segment(false, bracketed()));
      } else {
        text.back(before);
        return segments;
      }
    }
  }

  private Selector dotted() throws JsonPathSyntaxException {
    return text.take("*") ? new Selector.All() : new Selector.Name(text.shorthand());
  }

  private List<Selector> bracketed() throws JsonPathSyntaxException {
    text.expect("[");
    enter();
    var selectors = new ArrayList<Selector>();
    do {
      text.blanks();
      selectors.add(selector());
      text.blanks();
    } while (text.take(","));
    text.expect("]");
    depth--;
    return selectors;
  }

  void enter() throws JsonPathSyntaxException {
    if (++depth > DEEPEST) {
      throw text.wrong("The query is nested deeper than " + DEEPEST + " levels.");
    }
  }

  void leave() {
    depth--;
  }

  private Selector selector() throws JsonPathSyntaxException {
    if (text.take("*")) {
      return new Selector.All();
    }
    if (text.take("?")) {
      text.blanks();
      return new Selector.Filter(new FilterParser(text, this).condition());
    }
    var c = text.peek();
    if (c == '"' || c == '\'') {
      return new Selector.Name(text.string());
    }
    if (c != ':' && c != '-' && !QueryText.isDigit(c)) {
      throw text.wrong("Expected a name in quotes, an index, '*', ':' or '?'" + text.insteadOf());
    }
    var first = bound();
    var afterFirst = text.at();
    text.blanks();
    if (!text.take(":")) {
      text.back(afterFirst);
      return new Selector.Index(first == null ? 0 : first);
    }
    text.blanks();
    var to = bound();
    var end = text.at();
    text.blanks();
    if (!text.take(":")) {
      text.back(end);
      return new Selector.Slice(first, to, 1);
    }
    text.blanks();
    var by = bound();
    return new Selector.Slice(first, to, by == null ? 1 : by);
  }

  private @Nullable Long bound() throws JsonPathSyntaxException {
    return text.peek() == '-' || QueryText.isDigit(text.peek()) ? text.index() : null;
  }
}
