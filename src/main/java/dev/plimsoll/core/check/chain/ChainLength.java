package dev.plimsoll.core.check.chain;

import dev.plimsoll.core.audit.foreign.Anchor;
import dev.plimsoll.core.audit.foreign.ForeignVerdict;
import dev.plimsoll.core.audit.foreign.ForeignVerification;
import dev.plimsoll.core.audit.foreign.Known;
import dev.plimsoll.core.check.StepContext;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How many entries an audit chain of the project has, for who watches it grow.
public final class ChainLength {
  private final NamedFile chain;
  private final StepContext context;

  /// @param name of a chain in the project file
  /// @throws dev.plimsoll.core.model.Problem where there is none of that name
  public ChainLength(String name, StepContext context) {
    this.chain = NamedFile.of(new ChainCheck.Target.Named(name), context);
    this.context = context;
  }

  /// The chain as it is now: whole, broken, or neither can be told.
  ///
  /// @param since what it must go on from, or null
  public ForeignVerdict look(@Nullable Anchor since) throws InterruptedException {
    var known = new Known(since == null ? List.of() : List.of(since), chain.keys());
    var verification = new ForeignVerification(chain.file(), chain.recipe(), known);
    return new Watched(context.tap(), context.workplace().timeout())
        .run(verification::run, () -> verification.progress().entries())
        .orElseGet(() ->
            new ForeignVerdict.CouldNotTell(
                "Looking through " + chain.shown() + " took longer than the step may."));
  }

  /// Whether nothing was written yet.
  public boolean isEmpty() {
    try {
      return !Files.exists(chain.file())
          || (Files.isRegularFile(chain.file()) && Files.size(chain.file()) == 0);
    } catch (IOException unreadable) {
      return false; // the verdict says so
    }
  }

  /// Its file, as findings name it.
  public String file() {
    return chain.shown();
  }
}
