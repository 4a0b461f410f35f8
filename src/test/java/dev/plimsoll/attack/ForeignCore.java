package dev.plimsoll.attack;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plimsoll.core.audit.foreign.Anchor;
import dev.plimsoll.core.audit.foreign.ForeignVerdict;
import dev.plimsoll.core.audit.foreign.ForeignVerification;
import dev.plimsoll.core.audit.foreign.Known;
import dev.plimsoll.core.checklist.Recipes;
import java.util.stream.Collectors;

/// Plimsoll's verification of another system's log.
final class ForeignCore {
  static final String KEY = "test-key-for-verification";

  private ForeignCore() {}

  static Heard verify(Scene scene) {
    var recipe =
        Recipes.builtIn().all().stream()
            .filter(it -> it.name().equals(scene.extra().recipe()))
            .findFirst()
            .orElseThrow();
    var anchor = scene.extra().anchor();
    var known = anchor == null ? Known.NOTHING : Known.of(Anchor.parse(anchor));
    var verification =
        new ForeignVerification(scene.file(), recipe, known.with(secret -> KEY.getBytes(UTF_8)));
    return switch (verification.run()) {
      case ForeignVerdict.Whole whole ->
          new Heard(
              whole.hasWarnings() ? 3 : 0,
              whole.sentence()
                  + whole.remarks().stream()
                      .map(it -> "\n" + it.code() + " " + it.sentence())
                      .collect(Collectors.joining()));
      case ForeignVerdict.Broken broken ->
          new Heard(1, broken.defect().code() + " " + broken.sentence());
      case ForeignVerdict.CouldNotTell open -> new Heard(2, open.sentence());
    };
  }
}
