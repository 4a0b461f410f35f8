package dev.plimsoll.core.checklist.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.jspecify.annotations.Nullable;

/// Goes through a runbook block by block and fills the checklist and the account. One per runbook.
final class MarkdownWalk {
  private static final Pattern SEE =
      Pattern.compile("(?i)^(?:see|more|details|docs?|if (?:it|this|that) fails|troubleshoot).*");
  private static final Pattern COMMENT = Pattern.compile("<!--\\s*(.*?)\\s*-->", Pattern.DOTALL);
  private static final int LONGEST_EXPECTED = 200;
  private static final int LONGEST_TITLE = 100;

  private final DraftChecklist draft;
  private final Account account;
  private @Nullable Lead lead;
  private @Nullable DraftStep unanswered;
  private boolean outputFollows;

  /// Words before a command, which will be its title.
  private record Lead(String text, List<Integer> lines) {}

  MarkdownWalk(DraftChecklist draft, Account account) {
    this.draft = draft;
    this.account = account;
  }

  void walk(Node parent) {
    for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
      block(node);
    }
  }

  private void block(Node node) {
    switch (node) {
      case Heading heading -> heading(heading);
      case ListBlock list -> {
        lead = null;
        walkItems(list);
        unanswered = null;
      }
      case FencedCodeBlock code -> code(code);
      case Paragraph paragraph -> paragraph(paragraph);
      case BlockQuote quote -> walk(quote);
      case HtmlBlock html -> html(html);
      case TableBlock table -> unmapped(table, "table");
      case ThematicBreak line -> unmapped(line, "rule across the page");
      case IndentedCodeBlock code -> unmapped(code, "code without a language");
      case LinkReferenceDefinition definition -> unmapped(definition, "definition of a link");
      default -> {}
    }
  }

  private void heading(Heading heading) {
    var text = Inline.of(heading).line();
    var lines = lines(heading);
    lead = null;
    unanswered = null;
    outputFollows = false;
    if (text.isEmpty()) {
      lines.forEach(line -> account.unmapped(line, "empty heading"));
    } else if (heading.getLevel() == 1 && draft.title(text)) {
      lines.forEach(line -> account.mapped(line, "title"));
    } else {
      var section = draft.addSection(text, lines);
      lines.forEach(line -> account.mapped(line, "section " + section.id()));
    }
  }

  private void walkItems(ListBlock list) {
    for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
      unanswered = null;
      lead = null;
      if (item.getFirstChild() instanceof TaskListItemMarker marker) {
        task(marker);
      } else {
        walk(item);
      }
    }
  }

  private void task(TaskListItemMarker marker) {
    var first = marker.getNext();
    var ticked = marker.isChecked() ? " (was ticked)" : "";
    if (first instanceof Paragraph paragraph) {
      var inline = Inline.of(paragraph);
      var spans = lines(paragraph);
      var texts = inline.lines().size() == spans.size() ? inline.lines() : List.of(inline.line());
      var words = new ArrayList<String>();
      var after = 0;
      while (after < texts.size() && Expected.in(texts.get(after)) == null) {
        words.add(texts.get(after++));
      }
      var title = String.join(" ", words).strip();
      var parted = Expected.within(title);
      var step = draft.addStep(parted == null ? title : parted.before());
      unanswered = step;
      if (parted != null) {
        step.expect(parted.expected());
      }
      spans.forEach(line -> account.mapped(line, "step " + step.id() + ": ask" + ticked));
      for (; after < texts.size(); after++) {
        expected(texts.get(after), spans.get(after), step);
      }
      inline.links().stream().findFirst().ifPresent(step::troubleshoot);
      first = paragraph.getNext();
    }
    for (var node = first; node != null; node = node.getNext()) {
      if (node instanceof ListBlock nested) {
        var outer = unanswered;
        walkItems(nested);
        unanswered = outer;
      } else {
        block(node);
      }
    }
  }

  private void expected(String line, int at, DraftStep step) {
    var words = Expected.in(line);
    if (words == null) {
      return;
    }
    if (words.isEmpty()) {
      outputFollows = true;
      account.mapped(at, "step " + step.id() + ": expect");
    } else {
      account.mapped(at, "step " + step.id() + ": " + Expected.put(words, step));
    }
  }

  private void paragraph(Paragraph paragraph) {
    var inline = Inline.of(paragraph);
    var spans = lines(paragraph);
    var texts = inline.lines().size() == spans.size() ? inline.lines() : List.of(inline.line());
    var step = unanswered == null ? draft.lastStep() : unanswered;
    lead = null;
    var prose = new ArrayList<Integer>();
    for (var i = 0; i < texts.size(); i++) {
      if (Expected.in(texts.get(i)) == null) {
        prose.add(spans.get(i));
      } else if (step == null) {
        account.unmapped(spans.get(i), "expectation without a step");
      } else {
        expected(texts.get(i), spans.get(i), step);
      }
    }
    if (prose.size() < texts.size()) {
      return;
    }
    if (step != null && SEE.matcher(inline.line()).matches() && !inline.links().isEmpty()) {
      if (step.troubleshoot(inline.links().getFirst())) {
        spans.forEach(line -> account.mapped(line, "step " + step.id() + ": troubleshoot"));
      }
      return;
    }
    lead = new Lead(texts.getLast(), List.of(spans.getLast()));
  }

  private void html(HtmlBlock html) {
    var comment = COMMENT.matcher(html.getLiteral());
    var step = draft.lastStep();
    var spans = lines(html);
    unmapped(html, html.getLiteral().strip().startsWith("<!--") ? "comment" : "HTML");
    if (step != null && comment.find() && spans.size() == 1) {
      expected(comment.group(1), spans.getFirst(), step);
    }
  }

  private void code(FencedCodeBlock block) {
    var fence = Fence.of(block);
    var spans = lines(block);
    var script = fence.script();
    if (script == null) {
      shown(fence, spans);
      return;
    }
    outputFollows = false;
    var question = unanswered;
    DraftStep step;
    if (question != null && question.isQuestion()) {
      step = question;
    } else {
      step = draft.addStep(title(question, script));
      var words = lead;
      if (question == null && words != null) {
        words.lines().forEach(line -> account.mapped(line, "step " + step.id() + ": title"));
      }
    }
    lead = null;
    step.run(script);
    spans.forEach(line -> account.mapped(line, "step " + step.id() + ": command"));
    for (var i = 0; i < fence.lines().size() && i + 1 < spans.size(); i++) {
      var line = fence.lines().get(i);
      var at = spans.get(i + 1);
      switch (line.kind()) {
        case TYPED -> {}
        case EXPECTED -> expected(line.text().strip().replaceFirst("^#+\\s*", ""), at, step);
        case PRINTED -> account.unmapped(at, "output that the document shows");
      }
    }
  }

  private String title(@Nullable DraftStep question, Script script) {
    if (question != null) {
      return question.title();
    }
    var words = lead;
    if (words != null && !words.text().isBlank()) {
      return words.text().replaceFirst("\\s*[:.]$", "");
    }
    var heading = draft.freshHeading();
    if (heading != null) {
      return heading;
    }
    var command = script.firstCommand();
    return "Run: "
        + (command.length() > LONGEST_TITLE
            ? command.substring(0, LONGEST_TITLE) + "..."
            : command);
  }

  /// A block that is not typed: what a command prints, where that was announced; else nothing.
  private void shown(Fence fence, List<Integer> spans) {
    var step = draft.lastStep();
    if (!outputFollows || step == null) {
      var why = fence.language().isEmpty() ? "code without a language" : fence.language() + " code";
      spans.forEach(line -> account.unmapped(line, why));
      lead = null;
      return;
    }
    outputFollows = false;
    spans.forEach(line -> account.mapped(line, "step " + step.id() + ": expect"));
    for (var line : fence.lines()) {
      var text = line.text().strip();
      if (text.isEmpty()) {
        continue;
      }
      if (step.isQuestion()) {
        step.expect(text);
      } else {
        step.mustContain(
            text.length() > LONGEST_EXPECTED ? text.substring(0, LONGEST_EXPECTED) : text);
      }
    }
  }

  private void unmapped(Block block, String why) {
    lead = null;
    lines(block).forEach(line -> account.unmapped(line, why));
  }

  private void unmapped(LinkReferenceDefinition definition, String why) {
    lines(definition).forEach(line -> account.unmapped(line, why));
  }

  /// The lines it stands on, from 1.
  private static List<Integer> lines(Node node) {
    return node.getSourceSpans().stream().map(span -> span.getLineIndex() + 1).distinct().toList();
  }
}
