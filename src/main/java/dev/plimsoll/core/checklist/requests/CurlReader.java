package dev.plimsoll.core.checklist.requests;

import dev.plimsoll.core.checklist.markdown.Literals;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads curl commands. Use it once.
final class CurlReader {
  private static final Pattern ASSIGNMENT = Pattern.compile("([A-Za-z_]\\w*)=(.*)", Pattern.DOTALL);

  private final Values values;
  private final Literals literals;
  private final RequestChecklist checklist;
  private final Story story;

  CurlReader(Values values, Literals literals, RequestChecklist checklist, Story story) {
    this.values = values;
    this.literals = literals;
    this.checklist = checklist;
    this.story = story;
  }

  void read(String text) {
    for (var command : ShellWords.of(text)) {
      var words = new ArrayList<>(command.words());
      while (!words.isEmpty()
          && (words.getFirst().equals("$") || words.getFirst().equals("export"))) {
        words.removeFirst();
      }
      while (!words.isEmpty() && ASSIGNMENT.matcher(words.getFirst()).matches()) {
        var assignment = ASSIGNMENT.matcher(words.removeFirst());
        if (assignment.matches() && command.odd().isEmpty()) {
          values.know(assignment.group(1), assignment.group(2));
        }
      }
      if (command.odd().equals("behind |")) {
        not(command, "what is done with the answer");
      } else if (words.isEmpty() && !command.odd().isEmpty()) {
        not(command, command.odd() + " has no value without a shell");
      } else if (words.isEmpty()) {
        each(command, "a variable");
      } else if (words.getFirst().matches("(.*/)?curl(\\.exe)?")) {
        curl(command, words.subList(1, words.size()));
      } else {
        not(command, "no curl command");
      }
    }
  }

  private void curl(ShellWords.Command command, List<String> words) {
    var options = CurlOptions.of(words);
    new CurlSecrets(options, literals).learn();
    if (!command.odd().isEmpty() && !command.odd().equals("|")) {
      not(command, command.odd() + " has no value without a shell");
      return;
    }
    var draft = new DraftRequest("", "");
    var refused = new CurlRequest(options).into(draft);
    var added =
        refused.isEmpty() ? checklist.add(draft) : new RequestChecklist.Added(null, refused);
    if (added.id() == null) {
      not(command, added.why());
      return;
    }
    each(command, "step " + added.id() + ": http");
    options.notMapped().forEach(each -> story.unmapped(command.first(), each));
  }

  private void each(ShellWords.Command command, String words) {
    for (var line = command.first(); line <= command.last(); line++) {
      story.mapped(line, words);
    }
  }

  private void not(ShellWords.Command command, String why) {
    for (var line = command.first(); line <= command.last(); line++) {
      story.unmapped(line, why);
    }
  }
}
