package dev.plimsoll.core;

import dev.plimsoll.core.audit.LogKeeper;
import dev.plimsoll.core.model.Actor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Where Plimsoll lives on a machine and what it is given from outside.
///
/// @param home folder of the history, evidence, keys and locks; made when first written to
/// @param environment variables that programs inherit and secrets are taken from
/// @param clock the operator's clock
/// @param random for keys and names of logs
/// @param tool name and version that records carry
public record Installation(
    Path home,
    Map<String, String> environment,
    Clock clock,
    SecureRandom random,
    LogKeeper.Tool tool) {
  public Installation {
    environment = Map.copyOf(environment);
  }

  /// The home that the environment names (`PLIMSOLL_HOME`), else the usual place of the system:
  /// `%LOCALAPPDATA%\Plimsoll`, `~/Library/Application Support/Plimsoll`, or
  /// `$XDG_DATA_HOME/plimsoll` (`~/.local/share/plimsoll`).
  public static Installation ofSystem(
      Map<String, String> environment, Clock clock, LogKeeper.Tool tool) {
    return new Installation(home(environment), environment, clock, new SecureRandom(), tool);
  }

  private static Path home(Map<String, String> environment) {
    var named = environment.get("PLIMSOLL_HOME");
    if (named != null && !named.isBlank()) {
      return Path.of(named).toAbsolutePath();
    }
    var user = Path.of(System.getProperty("user.home"));
    var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (system.contains("win")) {
      var local = environment.get("LOCALAPPDATA");
      return (local == null ? user.resolve("AppData/Local") : Path.of(local)).resolve("Plimsoll");
    }
    if (system.contains("mac")) {
      return user.resolve("Library/Application Support/Plimsoll");
    }
    var xdg = environment.get("XDG_DATA_HOME");
    return (xdg == null || xdg.isBlank() ? user.resolve(".local/share") : Path.of(xdg))
        .resolve("plimsoll");
  }

  /// The person as the operating system knows them, unauthenticated: `os:user@host`.
  public Actor osUser() {
    var user = first("USER", "USERNAME", "LOGNAME");
    var host = first("HOSTNAME", "COMPUTERNAME");
    return Actor.unauthenticated(
        user.isEmpty() ? System.getProperty("user.name", "unknown") : user,
        host.isEmpty() ? hostFile() : host);
  }

  private String first(String... names) {
    return Stream.of(names)
        .map(name -> environment.getOrDefault(name, ""))
        .filter(value -> !value.isBlank())
        .findFirst()
        .orElse("");
  }

  private static String hostFile() {
    try {
      return Files.readString(Path.of("/etc/hostname")).strip();
    } catch (IOException absent) {
      return "localhost";
    }
  }

  Path historyFile() {
    return home.resolve("history.db");
  }

  Path evidenceFolder() {
    return home.resolve("evidence");
  }

  Path keyFolder() {
    return home.resolve("keys");
  }

  Path lockFolder() {
    return home.resolve("locks");
  }
}
