package dev.plimsoll.core.checklist.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/// A runbook in Markdown, turned into a checklist as far as its form tells what it means: task
/// lists become questions, fenced commands become commands, headings sections, "Expected: ..."
/// expectations, links places to look for help. What a line means beyond its form nobody guesses:
/// it is prose, and the account says so.
///
/// @param id of the checklist
/// @param yaml the checklist, or empty where the runbook has neither tasks nor commands
/// @param lines what became of every line, in order
/// @param literals what looks like a secret or a personal folder, by line
public record MarkdownImport(
    String id, Optional<String> yaml, List<SourceLine> lines, List<Literal> literals)
    implements Imported {
  /// Characters that a runbook may have.
  public static final int LARGEST = 1 << 20;

  private static final int DEEPEST = 60;

  public MarkdownImport {
    lines = List.copyOf(lines);
    literals = List.copyOf(literals);
  }

  /// @param file its name; the checklist's id is made of it where none is given
  /// @param text at most [#LARGEST] characters
  /// @param id of the checklist, or null
  public static MarkdownImport of(String file, String text, @Nullable String id) {
    var plain = text.replace("\r\n", "\n").replace('\r', '\n').replaceFirst("^\uFEFF", "");
    var lines = plain.lines().toList();
    var literals = new Literals(lines);
    var account = new Account(lines);
    var draft = new DraftChecklist(literals);
    var parser =
        Parser.builder()
            .extensions(List.of(TaskListItemsExtension.create(), TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .maxOpenBlockParsers(DEEPEST)
            .build();
    new MarkdownWalk(draft, account)
        .walk(parser.parse(String.join("\n", withoutFrontMatter(lines, account))));
    for (var section : draft.sections()) {
      if (section.steps().isEmpty()) {
        section.headingLines().forEach(line -> account.unmapped(line, "heading without steps"));
      }
    }
    var name = id == null ? idOf(file) : id;
    return new MarkdownImport(
        name,
        draft.isEmpty() ? Optional.empty() : Optional.of(draft.yaml(file, name)),
        account.settled(literals::masked),
        literals.found());
  }

  private static String idOf(String file) {
    var name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    var slug = Ids.slug(name.replaceFirst("\\.[A-Za-z]+$", ""));
    return slug.isEmpty() ? "imported" : slug;
  }

  /// The lines, those of YAML front matter blank, so that the numbers stay.
  private static List<String> withoutFrontMatter(List<String> lines, Account account) {
    if (lines.isEmpty() || !lines.getFirst().equals("---")) {
      return lines;
    }
    var end = lines.subList(1, lines.size()).indexOf("---");
    if (end < 0) {
      return lines;
    }
    var rest = new ArrayList<>(lines);
    for (var i = 0; i <= end + 1; i++) {
      rest.set(i, "");
      account.unmapped(i + 1, "front matter");
    }
    return rest;
  }
}
