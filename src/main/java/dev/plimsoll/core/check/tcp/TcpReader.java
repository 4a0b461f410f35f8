package dev.plimsoll.core.check.tcp;

import dev.plimsoll.core.check.patience.Patience;
import dev.plimsoll.core.checklist.FieldReader;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Node;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Reads `tcp:`.
record TcpReader(Findings findings) {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final String VARIABLE = "\\{[A-Za-z][A-Za-z0-9_.-]*\\}";

  @Nullable TcpProbe read(Node value) {
    var fields = FieldReader.of(value, "'tcp'", findings);
    if (fields == null) {
      return null;
    }
    var host = fields.text("host");
    var port = fields.requiredText("port");
    if (!port.isBlank() && !port.matches(VARIABLE) && Tcp.port(port) == 0) {
      findings.error(
          fields.valueAt("port"), "'" + port + "' is no port.", "Write a number from 1 to 65535.");
    }
    if (host != null && (host.isBlank() || host.contains("/"))) {
      findings.error(
          fields.valueAt("host"),
          "'" + host + "' is no host.",
          "Write a name or an address alone.");
    }
    var send = fields.text("send");
    var answer = fields.text("expect");
    if (answer != null && answer.isEmpty()) {
      findings.error(
          fields.valueAt("expect"), "Nothing is expected.", "Say what the answer must contain.");
    }
    var timeout = fields.duration("timeout");
    var until = Patience.read(fields, "until", findings);
    fields.done();
    return port.isBlank()
        ? null
        : new TcpProbe(
            host == null ? "localhost" : host,
            port,
            send,
            answer,
            timeout == null ? PATIENCE : timeout,
            until);
  }
}
