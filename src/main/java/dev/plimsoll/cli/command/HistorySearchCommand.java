package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Json;
import dev.plimsoll.cli.terminal.Tone;
import dev.plimsoll.core.history.Page;
import dev.plimsoll.core.history.SearchHit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Searches everything that was recorded.
@Command(
    name = "search",
    description = {
      "Search everything that was recorded, newest first.",
      "'\"several words\"' stand together, 'word*' is how a word begins."
    },
    footer = {"", "Exit codes: 0 found something, 1 found nothing."})
final class HistorySearchCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Parameters(paramLabel = "TEXT", arity = "1..*", description = "Words that all occur.")
  List<String> words = new ArrayList<>();

  @Option(names = "--limit", paramLabel = "N", description = "At most so many, 1 to 1000; 50.")
  int limit = 50;

  HistorySearchCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    if (limit < 1 || limit > Page.LARGEST) {
      throw new Misuse("--limit is 1 to " + Page.LARGEST + ", not " + limit + ".", "Ask for less.");
    }
    try (var plimsoll = invocation.open()) {
      var typed = String.join(" ", words);
      var history = plimsoll.history();
      var hits = history.search(typed, Page.first(limit));
      var code = hits.isEmpty() ? ExitCode.NO : ExitCode.OK;
      if (invocation.isJson()) {
        invocation.say(
            new Json()
                .with("exit", code)
                .with("count", history.countHits(typed).words())
                .with("hits", hits, HistoryTelling::json));
      } else {
        hits.forEach(this::print);
        if (hits.isEmpty()) {
          invocation.out().line("Nothing found.");
        }
      }
      return code;
    }
  }

  private void print(SearchHit hit) {
    var place =
        Stream.of(hit.place().version(), hit.place().run(), hit.place().step())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" / "));
    invocation.out().line(Tone.STRONG, hit.time() + "  " + hit.event() + "  " + place);
    invocation.out().line("  " + hit.excerpt());
  }
}
