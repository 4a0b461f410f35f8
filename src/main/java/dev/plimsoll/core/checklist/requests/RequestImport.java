package dev.plimsoll.core.checklist.requests;

import dev.plimsoll.core.checklist.markdown.Ids;
import dev.plimsoll.core.checklist.markdown.Imported;
import dev.plimsoll.core.checklist.markdown.Literal;
import dev.plimsoll.core.checklist.markdown.Literals;
import dev.plimsoll.core.checklist.markdown.SourceLine;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Requests turned into steps: each becomes an `http` step that expects a status, and whatever else
/// its tests say plainly. The service's address becomes the parameter `url`, keys become secrets by
/// name. What has no counterpart is told, never guessed.
///
/// @param lines of a collection those that say something, of the other forms all
public record RequestImport(
    String id, Optional<String> yaml, List<SourceLine> lines, List<Literal> literals)
    implements Imported {
  /// Characters that a source may have.
  public static final int LARGEST = 8 << 20;

  public RequestImport {
    lines = List.copyOf(lines);
    literals = List.copyOf(literals);
  }

  /// A `.http` file of the REST clients of JetBrains and VS Code.
  ///
  /// @param file its name; the checklist's id is made of it where none is given
  public static RequestImport httpFile(String file, String text, @Nullable String id) {
    var lines = lines(text);
    var literals = new Literals(lines);
    var values = new Values(literals);
    var checklist = new RequestChecklist(values, literals);
    var story = new Story(lines);
    new HttpFileReader(lines, values, checklist, story).read();
    return imported(new Naming(file, id, ""), checklist, story.ofEveryLine(literals), literals);
  }

  /// A collection of Postman, format 2.0 or 2.1.
  public static RequestImport postman(String file, String text, @Nullable String id) {
    var lines = lines(text);
    var literals = new Literals(lines);
    var values = new Values(literals);
    var checklist = new RequestChecklist(values, literals);
    var story = new Story(lines);
    var name = new PostmanReader(values, literals, checklist, story).read(String.join("\n", lines));
    return imported(new Naming(file, id, name), checklist, story.ofWhatWasSeen(literals), literals);
  }

  /// One or several curl commands, as a shell reads them.
  ///
  /// @param from what they are called in a comment
  public static RequestImport curl(String from, String text, @Nullable String id) {
    var lines = lines(text);
    var literals = new Literals(lines);
    var values = new Values(literals);
    var checklist = new RequestChecklist(values, literals);
    var story = new Story(lines);
    new CurlReader(values, literals, checklist, story).read(String.join("\n", lines));
    return imported(new Naming(from, id, ""), checklist, story.ofEveryLine(literals), literals);
  }

  private static List<String> lines(String text) {
    return Marked.cleaned(text)
        .replace("\r\n", "\n")
        .replace('\r', '\n')
        .replaceFirst("^\uFEFF", "")
        .lines()
        .toList();
  }

  /// @param id as it was asked for, null where it was not
  /// @param title the source's own, empty where it has none
  private record Naming(String file, @Nullable String id, String title) {}

  private static RequestImport imported(
      Naming naming, RequestChecklist checklist, List<SourceLine> lines, Literals literals) {
    var file = naming.file();
    var id = naming.id();
    var name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    var stem = name.replaceFirst("(\\.postman_collection)?\\.[A-Za-z]+$", "");
    var slug = Ids.slug(stem);
    var own = id == null ? (slug.isEmpty() ? "imported" : slug) : id;
    var called = stem.isBlank() ? own : stem;
    var title = naming.title().isEmpty() ? called : naming.title();
    return new RequestImport(
        own,
        checklist.isEmpty() ? Optional.empty() : Optional.of(checklist.yaml(name, own, title)),
        lines,
        literals.found());
  }
}
