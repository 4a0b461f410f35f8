package dev.plimsoll.core.check.jsonpath;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One evaluation of a query. Not thread-safe.
final class PathWalk<N> {
  private final Located<N> root;
  private final JsonTree<N> tree;
  private final PathLimits limits;
  private final Conditions<N> conditions;
  private long seen;

  PathWalk(N root, JsonTree<N> tree, PathLimits limits) {
    this.root = new Located<>(root, Located.Step.ROOT);
    this.tree = tree;
    this.limits = limits;
    this.conditions = new Conditions<>(this, tree, limits.regex());
  }

  List<Located<N>> select(List<Segment> segments) {
    return select(root, segments);
  }

  Located<N> root() {
    return root;
  }

  List<Located<N>> select(Located<N> from, List<Segment> segments) {
    var nodes = List.of(from);
    for (var segment : segments) {
      var next = new ArrayList<Located<N>>();
      for (var node : nodes) {
        if (segment.descends()) {
          descend(node, node.step().depth(), each -> choose(each, segment.selectors(), next::add));
        } else {
          choose(node, segment.selectors(), next::add);
        }
      }
      nodes = next;
    }
    return nodes;
  }

  private void descend(Located<N> node, int depth, Consumer<Located<N>> visit) {
    if (depth > limits.depth()) {
      throw new JsonPathLimitException(
          "The document is nested deeper than " + limits.depth() + " levels.");
    }
    visit.accept(node);
    children(node, child -> descend(child, depth + 1, visit));
  }

  private void choose(Located<N> node, List<Selector> selectors, Consumer<Located<N>> found) {
    for (var selector : selectors) {
      switch (selector) {
        case Selector.Name(var name) -> member(node, name, found);
        case Selector.All _ -> children(node, found);
        case Selector.Index(var index) -> {
          if (tree.kind(node.value()) == JsonTree.Kind.ARRAY) {
            var elements = tree.elements(node.value());
            element(node, elements, index < 0 ? index + elements.size() : index, found);
          }
        }
        case Selector.Slice slice -> {
          if (tree.kind(node.value()) == JsonTree.Kind.ARRAY) {
            slice(node, slice, found);
          }
        }
        case Selector.Filter(var condition) ->
            children(
                node,
                child -> {
                  if (conditions.holds(condition, child)) {
                    found.accept(child);
                  }
                });
      }
    }
  }

  private void member(Located<N> node, String name, Consumer<Located<N>> found) {
    if (tree.kind(node.value()) == JsonTree.Kind.OBJECT) {
      var member = tree.members(node.value()).get(name);
      if (member != null) {
        count();
        found.accept(node.member(name, member));
      }
    }
  }

  private void element(Located<N> node, List<N> elements, long index, Consumer<Located<N>> found) {
    if (index >= 0 && index < elements.size()) {
      count();
      found.accept(node.element((int) index, elements.get((int) index)));
    }
  }

  private void slice(Located<N> node, Selector.Slice slice, Consumer<Located<N>> found) {
    var elements = tree.elements(node.value());
    var size = elements.size();
    var by = slice.by();
    if (by > 0) {
      var from = bound(slice.from(), 0, size, 0, size);
      var to = bound(slice.to(), size, size, 0, size);
      for (var i = from; i < to; i += by) {
        element(node, elements, i, found);
      }
    } else if (by < 0) {
      var from = bound(slice.from(), size - 1L, size, -1, size - 1L);
      var to = bound(slice.to(), -1 - (long) size, size, -1, size - 1L);
      for (var i = from; i > to; i += by) {
        element(node, elements, i, found);
      }
    }
  }

  private static long bound(
      @Nullable Long written, long otherwise, int size, long least, long most) {
    var bound = written == null ? otherwise : written;
    return Math.clamp(bound < 0 ? bound + size : bound, least, most);
  }

  private void children(Located<N> node, Consumer<Located<N>> each) {
    switch (tree.kind(node.value())) {
      case OBJECT ->
          tree.members(node.value())
              .forEach((name, value) -> {
                count();
                each.accept(node.member(name, value));
              });
      case ARRAY -> {
        var index = 0;
        for (var value : tree.elements(node.value())) {
          count();
          each.accept(node.element(index++, value));
        }
      }
      default -> {}
    }
  }

  void count() {
    if (++seen > limits.nodes()) {
      throw new JsonPathLimitException(
          "The query looks at more than " + limits.nodes() + " values.");
    }
    if (seen % 65536 == 0 && Thread.currentThread().isInterrupted()) {
      throw new JsonPathLimitException("The query was interrupted.");
    }
  }
}
