package dev.plimsoll.attack;

import dev.plimsoll.core.audit.ChainLines;
import dev.plimsoll.core.audit.ChainVerdict;
import dev.plimsoll.core.audit.ChainVerification;
import dev.plimsoll.core.audit.Known;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.record.KeptCheckpoint;
import dev.plimsoll.core.record.SealedSample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.stream.Collectors;

/// Plimsoll's own verification, with the exit codes of its command line.
record CoreVerifier(Instant now) {
  Heard verify(Scene scene) throws IOException {
    return switch (scene.kind()) {
      case BUNDLE -> bundle(scene);
      case LOG -> log(scene);
      case FOREIGN -> ForeignCore.verify(scene);
    };
  }

  private Heard bundle(Scene scene) throws IOException {
    var kept = new ArrayList<KeptCheckpoint>();
    if (scene.kept() != null) {
      kept.add(new KeptCheckpoint(scene.kept(), null));
    }
    var at = scene.extra().at();
    try {
      if (scene.extra().tag() != null) {
        kept.addAll(KeptCheckpoint.parse(Files.readAllBytes(scene.extra().tag())));
      }
      var trust = scene.trust();
      var verification =
          SealedSample.verify(
              scene.file(),
              trust == null ? "" : new String(Files.readAllBytes(trust), StandardCharsets.UTF_8),
              at == null ? now : at,
              kept,
              scene.extra().artifacts());
      return new Heard(
          verification.exitCode(),
          verification.verdicts().stream()
              .map(it -> it.codes() + " " + it.sentence() + " " + it.details())
              .collect(Collectors.joining("\n")));
    } catch (Problem refused) {
      return new Heard(2, refused.getMessage() + "\n" + refused.where());
    }
  }

  private static Heard log(Scene scene) {
    var known = scene.kept() == null ? Known.NOTHING : Known.of(scene.kept());
    var verdict = new ChainVerification(ChainLines.of(scene.file()), known).run();
    return switch (verdict) {
      case ChainVerdict.Whole whole ->
          new Heard(
              whole.hasWarnings() ? 3 : 0,
              whole.sentence()
                  + whole.remarks().stream()
                      .map(it -> "\n" + it.code() + " " + it.sentence())
                      .collect(Collectors.joining()));
      case ChainVerdict.Broken broken -> new Heard(1, broken.code() + " " + broken.sentence());
      case ChainVerdict.CouldNotTell open -> new Heard(2, open.sentence());
    };
  }
}
