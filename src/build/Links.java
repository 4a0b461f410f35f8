import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Looks whether relative links in Markdown lead to files and headings that exist; anchors by the
/// rules of GitHub. Nothing is looked up in the network.
///
/// Arguments: Markdown files, and folders of them. Exits 1 when a link is broken, 2 when there was
/// nothing to look at. Runs on any Java from 17, so that it needs no build.
public final class Links {
  private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(<?([^)\\s>]+)>?[^)]*\\)");
  private static final Pattern HEADING = Pattern.compile("#{1,6}\\s+(.*?)\\s*#*\\s*");
  private static final Pattern OUTSIDE = Pattern.compile("[a-z][a-z0-9+.-]*:.*");

  private final Map<Path, Set<String>> anchors = new HashMap<>();
  private final List<String> broken = new ArrayList<>();
  private int links;

  private Links() {}

  public static void main(String[] args) throws IOException {
    var documents = new ArrayList<Path>();
    for (var arg : args) {
      try (var files = Files.walk(Path.of(arg))) {
        files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
      }
    }
    var check = new Links();
    for (var document : documents) {
      check.document(document);
    }
    check.broken.forEach(System.out::println);
    System.out.println(
        check.links
            + " links in "
            + documents.size()
            + " documents, "
            + check.broken.size()
            + " broken");
    System.exit(documents.isEmpty() ? 2 : check.broken.isEmpty() ? 0 : 1);
  }

  private void document(Path document) throws IOException {
    var number = 0;
    for (var line : prose(document)) {
      number++;
      var matcher = LINK.matcher(line.replaceAll("`[^`]*`", ""));
      while (matcher.find()) {
        link(document, number, matcher.group(1));
      }
    }
  }

  private void link(Path document, int line, String target) throws IOException {
    if (OUTSIDE.matcher(target).matches()) {
      return;
    }
    links++;
    var hash = target.indexOf('#');
    var path = hash < 0 ? target : target.substring(0, hash);
    var file = path.isEmpty() ? document : document.resolveSibling(path).normalize();
    if (!Files.exists(file)) {
      broken.add(document + ":" + line + ": " + target + " leads nowhere.");
    } else if (hash >= 0
        && file.toString().endsWith(".md")
        && !anchors(file).contains(target.substring(hash + 1))) {
      broken.add(
          document
              + ":"
              + line
              + ": "
              + file
              + " has no heading #"
              + target.substring(hash + 1)
              + ".");
    }
  }

  private Set<String> anchors(Path file) throws IOException {
    var known = anchors.get(file);
    if (known == null) {
      known = new HashSet<>();
      for (var line : prose(file)) {
        var heading = HEADING.matcher(line);
        if (heading.matches()) {
          var slug = slug(heading.group(1));
          var unique = slug;
          for (var i = 1; !known.add(unique); i++) {
            unique = slug + "-" + i;
          }
        }
      }
      anchors.put(file, known);
    }
    return known;
  }

  private static String slug(String heading) {
    var text = heading.replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1").toLowerCase(Locale.ROOT);
    return text.replaceAll("[^\\p{L}\\p{N}\\s_-]", "").replace(' ', '-');
  }

  /// The lines of a document; those of fenced code are empty.
  private static List<String> prose(Path document) throws IOException {
    var lines = new ArrayList<String>();
    var fence = "";
    for (var line : Files.readAllLines(document)) {
      var start = line.strip();
      var mark = start.startsWith("```") ? "```" : start.startsWith("~~~") ? "~~~" : "";
      var isFence = !mark.isEmpty() && (fence.isEmpty() || fence.equals(mark));
      if (isFence) {
        fence = fence.isEmpty() ? mark : "";
      }
      lines.add(isFence || !fence.isEmpty() ? "" : line);
    }
    return lines;
  }
}
