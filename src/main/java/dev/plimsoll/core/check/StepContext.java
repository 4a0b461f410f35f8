package dev.plimsoll.core.check;

import dev.plimsoll.core.audit.ChainVerification;
import dev.plimsoll.core.model.Candidate;
import dev.plimsoll.core.model.Project;
import dev.plimsoll.core.model.ReleaseState;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Everything a verb may use.
///
/// @param subject what is being released
/// @param variables resolves `{name}` in texts of the checklist
/// @param workplace machine and time
/// @param tap where live output and evidence go; both are redacted on their way
/// @param release what only a release's actions need
public record StepContext(
    Subject subject, Variables variables, Workplace workplace, Tap tap, ReleaseAccess release) {

  /// @param root the work tree's top folder, absolute and real
  public record Subject(Project project, Candidate candidate, Path root) {}

  /// @param environment the variables that programs inherit; includes no secret that the project
  ///   names
  /// @param secrets values of the named secrets that are known
  /// @param timeout the longest this attempt may take
  /// @param programStartedOn when the program was started whose reports are read, or null where
  ///   none ran before in this attempt
  public record Workplace(
      Map<String, String> environment,
      Map<String, String> secrets,
      Clock clock,
      Duration timeout,
      @Nullable Instant programStartedOn) {
    public Workplace {
      environment = Map.copyOf(environment);
      secrets = Map.copyOf(secrets);
    }

    public Workplace(
        Map<String, String> environment,
        Map<String, String> secrets,
        Clock clock,
        Duration timeout) {
      this(environment, secrets, clock, timeout, null);
    }
  }

  /// For the reports beside a program: what they read must have been written since it started.
  public StepContext afterProgram(Instant startedOn) {
    var place = workplace;
    return new StepContext(
        subject,
        variables,
        new Workplace(
            place.environment(), place.secrets(), place.clock(), place.timeout(), startedOn),
        tap,
        release);
  }

  /// Reached by actions, and by checks of what happened before.
  public interface ReleaseAccess {
    /// The signed checkpoint (three text lines, a blank line, signature lines) over the log as it
    /// is now; recorded as published.
    String checkpoint();

    /// Records that an action took effect, durably, before the step concludes (a tag that was
    /// made).
    void record(Effect effect);

    /// The OpenSSH private key file the person signs with, or null to leave it to git's own
    /// configuration.
    @Nullable Path signingKey();

    /// The release as it stands.
    ReleaseState state();

    /// A verification of the project's own log, not begun; empty where there is none.
    default Optional<ChainVerification> ownLog() {
      return Optional.empty();
    }

    /// Earlier runs and records of the project.
    default PastRuns past() {
      return PastRuns.NONE;
    }
  }

  /// An effect on the world.
  public sealed interface Effect {
    record TagCreated(dev.plimsoll.core.model.TagMade tag) implements Effect {}

    record ArtifactFound(dev.plimsoll.core.model.Artifact artifact) implements Effect {}

    /// A chain was verified, whatever came out.
    record ChainLookedAt(dev.plimsoll.core.model.ChainLook look) implements Effect {}

    /// Values were taken from what was seen, for later steps of this run.
    ///
    /// @param values by name, as they are kept as evidence
    /// @param hidden those that are secret: kept in memory alone, and masked from here on
    record Captured(Map<String, String> values, Map<String, String> hidden) implements Effect {
      public Captured {
        values = Map.copyOf(values);
        hidden = Map.copyOf(hidden);
      }
    }

    /// An answer held secrets that nobody takes, because it was not as expected.
    ///
    /// @param hidden by name: masked from here on
    record GivenAway(Map<String, String> hidden) implements Effect {
      public GivenAway {
        hidden = Map.copyOf(hidden);
      }
    }

    /// Something is about to be done with a backup, or was.
    record BackedUp(dev.plimsoll.core.model.BackupAct act) implements Effect {}
  }
}
