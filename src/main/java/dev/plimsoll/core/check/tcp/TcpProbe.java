package dev.plimsoll.core.check.tcp;

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
/// @param timeout for all of it
public record TcpProbe(
    String host, String port, @Nullable String send, @Nullable String answer, Duration timeout)
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
    return host + ":" + port + " answers" + (answer == null ? "" : " '" + answer.strip() + "'");
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
}
