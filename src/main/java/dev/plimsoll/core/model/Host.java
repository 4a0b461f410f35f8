package dev.plimsoll.core.model;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where requests go.
///
/// @param name a name or an address in lower case; of an IPv6 address without its brackets
/// @param port 0 where none is known
public record Host(String name, int port) {
  private static final Pattern TARGET =
      Pattern.compile(
          "(?:([A-Za-z][A-Za-z0-9+.-]*)://)?(?:[^/?#@]*@)?(\\[[0-9A-Fa-f:.%]+]|[^/?#@:\\[\\]{}\\s]+)(?::(\\d{1,5})|:(?!//)(?=[/?#]|$))?(?:[/?#].*)?",
          Pattern.DOTALL);
  private static final Map<String, Integer> USUAL = Map.of("http", 80, "https", 443);

  /// The host of an address (`http://localhost:8000/search`) or of a `host:port`; empty where it is
  /// neither, or a variable still stands in it.
  public static Optional<Host> of(String target) {
    var matcher = TARGET.matcher(target.strip());
    return matcher.matches() ? Optional.of(of(matcher)) : Optional.empty();
  }

  private static Host of(Matcher matcher) {
    var scheme = matcher.group(1);
    var written = matcher.group(2).toLowerCase(Locale.ROOT);
    var name = written.startsWith("[") ? written.substring(1, written.length() - 1) : written;
    var usual = scheme == null ? null : USUAL.get(scheme.toLowerCase(Locale.ROOT));
    var given = matcher.group(3);
    var port = given == null ? (usual == null ? 0 : usual) : Integer.parseInt(given);
    return new Host(name, port);
  }

  /// Whether what is sent there stays on this machine, judged by the name alone: nobody is asked.
  public boolean isThisMachine() {
    return name.equals("localhost")
        || name.endsWith(".localhost")
        || name.equals("::1")
        || name.equals("0:0:0:0:0:0:0:1")
        || name.matches("127(\\.\\d{1,3}){3}");
  }

  /// Whether both are the same service: one machine under two of its names counts as one.
  public boolean isSameAs(Host other) {
    return port == other.port
        && (name.equals(other.name) || (isThisMachine() && other.isThisMachine()));
  }

  /// `localhost:8000`, `[::1]:8000`, `example.org`
  public String words() {
    var written = name.contains(":") ? "[" + name + "]" : name;
    return port == 0 || port == 80 || port == 443 ? written : written + ":" + port;
  }
}
