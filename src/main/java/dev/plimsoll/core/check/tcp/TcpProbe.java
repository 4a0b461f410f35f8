package dev.plimsoll.core.check.tcp;

import dev.plimsoll.core.check.patience.Patience;
import dev.plimsoll.core.model.Traffic;
import dev.plimsoll.core.model.Verb;
import dev.plimsoll.core.model.VerbKind;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The verb `tcp`.
///
/// @param host a name or an address, variables unresolved
/// @param port as written; a variable may stand for it
/// @param send what is sent first, or null
/// @param answer what the answer must contain, or null where a connection is enough
/// @param timeout for one connection
/// @param until ask again until it answers so, or null
public record TcpProbe(
    String host,
    String port,
    @Nullable String send,
    @Nullable String answer,
    Duration timeout,
    @Nullable Patience until)
    implements Verb {
  @Override
  public String word() {
    return "tcp";
  }

  @Override
  public VerbKind kind() {
    return VerbKind.CHECK;
  }

  @Override
  public String expected() {
    return host
        + ":"
        + port
        + " answers"
        + (answer == null ? "" : " '" + answer.strip() + "'")
        + (until == null ? "" : " " + until.words());
  }

  @Override
  public List<String> describe() {
    return List.of(
        "connects to "
            + host
            + ":"
            + port
            + (send == null ? "" : " and sends '" + send.strip() + "'"));
  }

  /// One connection; how often it is tried again depends on what answers.
  @Override
  public List<Traffic> traffic() {
    return List.of(new Traffic(host + ":" + port, 1, false, null));
  }
}
