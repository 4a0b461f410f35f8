package dev.plimsoll.core.run;

import dev.plimsoll.core.audit.LogEntry;
import dev.plimsoll.core.model.ChainHead;
import dev.plimsoll.core.model.ChainLook;
import dev.plimsoll.core.model.ChainLook.Found;
import dev.plimsoll.core.model.ChainSighting;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// `verification.run` and its members (docs/formats/audit-chain.md).
public final class ChainLooks {
  static final String WHOLE = "whole";
  private static final int SENTENCE_KEPT = 400;

  private ChainLooks() {}

  /// The entry's payload, apart from the run and the step that it belongs to.
  public static Map<String, Object> payload(ChainLook look) {
    var data = new LinkedHashMap<String, Object>();
    if (look.name() == null) {
      data.put("log", "own");
    } else {
      data.put("chain", look.name());
    }
    data.put("file", look.file());
    if (look.recipe() != null) {
      data.put("recipe", look.recipe());
    }
    var against = look.against();
    if (against != null) {
      data.put(
          "anchor",
          Map.of("entries", against.entries(), "head", against.head(), "source", against.source()));
    }
    switch (look.found()) {
      case Found.Whole whole -> {
        data.put("verdict", WHOLE);
        data.put("entries", whole.entries());
        data.put("head", whole.head());
        data.put("remarks", whole.remarks());
      }
      case Found.Broken broken -> {
        data.put("verdict", "broken");
        data.put("code", broken.code());
        data.put("entry", broken.entry());
        data.put("sentence", shortened(broken.sentence()));
      }
      case Found.CouldNotTell open -> {
        data.put("verdict", "could-not-tell");
        data.put("sentence", shortened(open.sentence()));
      }
    }
    return data;
  }

  private static String shortened(String sentence) {
    var text = WellFormed.text(sentence);
    return text.codePointCount(0, text.length()) <= SENTENCE_KEPT
        ? text
        : text.substring(0, text.offsetByCodePoints(0, SENTENCE_KEPT)) + "…";
  }

  /// Where the entry says that a chain of another system was whole.
  static Optional<ChainSighting> sighting(LogEntry entry) {
    var data = Payload.of(entry.data());
    var name = data.textOrNull("chain");
    if (name == null || !WHOLE.equals(data.textOrNull("verdict"))) {
      return Optional.empty();
    }
    var head =
        new ChainHead(name, data.text("recipe"), data.longNumber("entries"), data.text("head"));
    return Optional.of(
        new ChainSighting(
            head,
            data.textOrNull("run"),
            data.textOrNull("step"),
            entry.time(),
            !entry.data().containsKey("anchor"),
            entry.seq()));
  }

  /// Where a sighting is from, for a person: `the run of daily on 2026-03-09`.
  public static String source(Ledger ledger, ChainSighting sighting) {
    var day = sighting.on().atZone(ZoneOffset.UTC).toLocalDate();
    var run = sighting.run();
    return run == null
        ? "the verification of " + day
        : ledger
            .run(run)
            .map(walked -> "the run of " + walked.opening().checklist() + " on " + day)
            .orElse("the run of " + day);
  }

  static ChainHead head(Payload data) {
    return new ChainHead(
        data.text("name"), data.text("recipe"), data.longNumber("entries"), data.text("head"));
  }
}
