package dev.plimsoll.core.run;

import dev.plimsoll.core.audit.ChainVerification;
import dev.plimsoll.core.audit.Event;
import dev.plimsoll.core.check.PastRuns;
import dev.plimsoll.core.check.StepContext;
import dev.plimsoll.core.model.Actor;
import dev.plimsoll.core.model.ReleaseState;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What an action may reach of the release it belongs to.
final class Access implements StepContext.ReleaseAccess {
  private final RunSetting setting;
  private final Ledger ledger;
  private final Actor actor;
  private final @Nullable Path signingKey;
  private final Place place;

  /// @param step the step that is carried out
  /// @param captured takes the values that it takes
  record Place(String run, String step, CapturedValues captured) {}

  Access(RunSetting setting, Ledger ledger, Actor actor, @Nullable Path signingKey, Place place) {
    this.setting = setting;
    this.ledger = ledger;
    this.actor = actor;
    this.signingKey = signingKey;
    this.place = place;
  }

  @Override
  public String checkpoint() {
    return ledger.log().publish("tag " + setting.candidate().tag()).encode();
  }

  @Override
  public void record(StepContext.Effect effect) {
    var release = SignOffs.release(setting.candidate());
    switch (effect) {
      case StepContext.Effect.TagCreated created ->
          ledger.append(
              Event.TAG_CREATED,
              actor,
              Map.of(
                  "release",
                  release,
                  "tag",
                  Map.of(
                      "name", created.tag().name(),
                      "object", created.tag().object(),
                      "commit", created.tag().commit(),
                      "signed", created.tag().signed())));
      case StepContext.Effect.ArtifactFound found ->
          ledger.append(
              Event.ARTIFACT_RECORDED,
              actor,
              Map.of(
                  "release", release,
                  "name", found.artifact().name(),
                  "sha256", found.artifact().sha256(),
                  "size", found.artifact().size()));
      case StepContext.Effect.ChainLookedAt looked -> {
        var data = ChainLooks.payload(looked.look());
        data.put("run", place.run());
        data.put("step", place.step());
        ledger.append(Event.VERIFICATION_RUN, actor, data);
      }
      case StepContext.Effect.Captured captured -> place.captured().put(place.step(), captured);
      case StepContext.Effect.GivenAway(var hidden) -> place.captured().mask(place.step(), hidden);
      case StepContext.Effect.BackedUp backedUp -> {
        var data = BackupActs.payload(backedUp.act());
        data.put("run", place.run());
        data.put("step", place.step());
        ledger.append(BackupActs.event(backedUp.act()), actor, data);
      }
    }
  }

  @Override
  public @Nullable Path signingKey() {
    return signingKey;
  }

  @Override
  public ReleaseState state() {
    return ledger.release(setting.candidate());
  }

  @Override
  public Optional<ChainVerification> ownLog() {
    return Optional.of(ledger.log().verification());
  }

  @Override
  public PastRuns past() {
    return new PastOfLedger(ledger, place.run());
  }
}
