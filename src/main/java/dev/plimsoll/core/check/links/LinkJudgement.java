package dev.plimsoll.core.check.links;

import dev.plimsoll.core.check.links.DocumentLinks.Link;
import dev.plimsoll.core.checklist.Nearest;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Glob;
import dev.plimsoll.core.model.Position;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Judges one link after the other, by the names of the files that there are.
record LinkJudgement(Links verb, FileNames names, Anchors anchors, List<Glob> ignored) {
  private static final String CORRECT = "Correct the link, or add the file.";

  /// What became of a link.
  sealed interface Found {
    record Leads() implements Found {}

    /// Not looked at.
    record Elsewhere() implements Found {}

    /// To a document whose anchors cannot be read.
    record Unread(String path) implements Found {}

    /// @param finding made only where it is shown: looking for what was meant takes time
    record Broken(Supplier<Finding> finding) implements Found {}
  }

  /// A link of the document `from`; labels are judged where all of them are known.
  Found judge(String from, Link link) {
    var at = Position.of(from, link.line());
    return switch (link.kind()) {
      case REFERENCE -> reference(from, link.target(), at);
      case DOCUMENT -> document(from, link.target(), at);
      case MENTION -> mention(from, link.target(), at);
      case UNDEFINED ->
          new Found.Broken(() ->
              Finding.error(
                  "The reference [" + link.target() + "] is defined nowhere in this document.",
                  at,
                  "Add [" + link.target() + "]: PATH at its end."));
      case LABEL -> new Found.Elsewhere();
    };
  }

  private Found reference(String from, String written, Position at) {
    return switch (LinkTarget.of(from, written)) {
      case LinkTarget.Elsewhere _ -> new Found.Elsewhere();
      case LinkTarget.Nowhere(var why) ->
          new Found.Broken(
              () -> Finding.error("The link '" + written + "' " + why + ".", at, CORRECT));
      case LinkTarget.Inside(var path, _) when isIgnored(path) -> new Found.Elsewhere();
      case LinkTarget.Inside(var path, _) when !path.isEmpty() && !names.exists(path) ->
          new Found.Broken(() -> missing("The link leads to " + path, path, at));
      case LinkTarget.Inside(var path, var anchor) ->
          anchor == null || !verb.anchors() ? new Found.Leads() : anchor(path, anchor, at);
    };
  }

  private boolean isIgnored(String path) {
    return ignored.stream().anyMatch(glob -> glob.matches(path));
  }

  private Finding missing(String begin, String path, Position at) {
    var spelled = names.otherwiseSpelled(path);
    if (spelled.isPresent()) {
      return Finding.error(
          begin + ", which is spelled " + spelled.get() + ": it works on Windows and macOS only.",
          at,
          "Write it as the file is spelled.");
    }
    return Finding.error(
        begin + ", which is not there.",
        at,
        names.nearest(path).map(near -> "Did you mean '" + near + "'?").orElse(CORRECT));
  }

  private Found anchor(String path, String anchor, Position at) {
    var isPlace =
        anchor.isEmpty()
            || anchor.equals("top")
            || anchor.matches("L\\d+(C\\d+)?(-L\\d+(C\\d+)?)?");
    if (isPlace || !Documents.isOne(path) || anchors.holds(path, anchor)) {
      return new Found.Leads();
    }
    var known = anchors.of(path);
    if (known.isEmpty()) {
      return new Found.Unread(path);
    }
    var small = anchor.toLowerCase(Locale.ROOT);
    var next =
        known.get().contains(small)
            ? "Write it in small letters: #" + small
            : Nearest.nearest(anchor, known.get())
                .map(near -> "Did you mean '#" + near + "'?")
                .orElse("Correct the anchor, or add the heading.");
    return new Found.Broken(
        () -> Finding.error("There is no #" + anchor + " in " + path + ".", at, next));
  }

  private Found document(String from, String name, Position at) {
    var target = LinkTarget.of(from, name);
    if (!(target instanceof LinkTarget.Inside(var path, _))) {
      return new Found.Elsewhere();
    }
    // a leading slash stands for the top of the documentation, which may lie anywhere above
    var folders = Stream.iterate(from, folder -> folder.contains("/"), LinkJudgement::parent);
    var places =
        name.startsWith("/")
            ? Stream.concat(Stream.of(path), folders.map(folder -> parent(folder) + "/" + path))
                .toList()
            : List.of(path);
    for (var place : places) {
      if (Stream.of(".rst", ".md", ".ipynb", ".txt", "")
          .anyMatch(end -> names.isFile(place + end))) {
        return new Found.Leads();
      }
    }
    return new Found.Broken(
        () -> missing("The document " + path + " is linked", path + ".rst", at));
  }

  private static String parent(String path) {
    return path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
  }

  private Found mention(String from, String written, Position at) {
    if (!verb.mentions()) {
      return new Found.Elsewhere();
    }
    var fromTheTop = Optional.ofNullable(LinkTarget.joined("", written));
    var beside = Optional.ofNullable(LinkTarget.joined(parent(from), written));
    if (fromTheTop.filter(names::exists).isPresent()
        || beside.filter(names::exists).isPresent()
        || fromTheTop.filter(this::isIgnored).isPresent()) {
      return new Found.Leads();
    }
    return new Found.Broken(
        () -> missing("The text names " + written, fromTheTop.orElse(written), at));
  }
}
