package dev.plimsoll.core.check.chain;

import dev.plimsoll.core.audit.foreign.ChainMutation;
import dev.plimsoll.core.checklist.FieldReader;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Nearest;
import dev.plimsoll.core.checklist.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads `mutate:`: `true`, a kind of damage, or a list of them.
final class AlarmReader {
  private static final List<String> KINDS =
      Arrays.stream(ChainMutation.values()).map(ChainMutation::word).toList();

  private final Findings findings;

  AlarmReader(Findings findings) {
    this.findings = findings;
  }

  @Nullable Alarm read(FieldReader fields) {
    if (fields.node("mutate") instanceof Node.Scalar flag && flag.text().equals("true")) {
      return new Alarm(List.of(ChainMutation.FLIP));
    }
    var kinds = new ArrayList<ChainMutation>();
    for (var word : fields.texts("mutate")) {
      Arrays.stream(ChainMutation.values())
          .filter(kind -> kind.word().equals(word))
          .findFirst()
          .ifPresentOrElse(
              kinds::add,
              () ->
                  findings.error(
                      fields.valueAt("mutate"),
                      "'mutate' cannot be " + word + ".",
                      Nearest.hint(word, KINDS)));
    }
    if (kinds.isEmpty() && !findings.hasErrors()) {
      findings.error(
          fields.at("mutate"), "'mutate' names no damage.", "Write mutate: [flip, cut].");
    }
    return kinds.isEmpty() ? null : new Alarm(kinds);
  }
}
