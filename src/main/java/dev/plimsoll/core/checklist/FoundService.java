package dev.plimsoll.core.checklist;

import dev.plimsoll.core.model.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a repository says of the service that is made of it, guessed from the files that describe
/// how it is run and asked.
///
/// @param marks what tells that it is one, for a person
/// @param url where it probably runs on this machine, without a path
/// @param told whether something said that address, rather than nobody
/// @param health path at which it says that it is well, or null where none was found
record FoundService(List<String> marks, String url, boolean told, @Nullable String health) {
  private static final Pattern PORTS =
      Pattern.compile(
          "(?m)^\\s*-\\s*[\"']?(?:127\\.0\\.0\\.1:|0\\.0\\.0\\.0:)?(\\d{2,5}):\\d{2,5}(?:/tcp)?[\"']?\\s*$");
  private static final Pattern EXPOSED = Pattern.compile("(?mi)^\\s*EXPOSE\\s+(\\d{2,5})");
  private static final Pattern ASKED =
      Pattern.compile("https?://(?:localhost|127\\.0\\.0\\.1)(?::\\d{1,5})?(/[A-Za-z0-9/_.-]+)");

  /// Ports of databases and queues, which speak no HTTP.
  private static final Set<String> OTHERS =
      Set.of("22", "1433", "2181", "3306", "5432", "5672", "6379", "9092", "11211", "27017");

  private static final List<String> USUAL =
      List.of("/health", "/healthz", "/api/health", "/readyz", "/livez", "/ready", "/ping");

  FoundService {
    marks = List.copyOf(marks);
  }

  /// @throws Problem where the address that was said is none
  static Optional<FoundService> in(WorkFolder here, Landmarks seen, Wishes wishes) {
    var openapi =
        here.firstOf(
            "openapi.yaml",
            "openapi.yml",
            "openapi.json",
            "docs/openapi.yaml",
            "docs/openapi.json",
            "api/openapi.yaml",
            "swagger.yaml",
            "swagger.json");
    var said = wishes.service();
    var marks = new ArrayList<String>();
    if (said != null) {
      marks.add("its address was said");
    }
    Stream.of(seen.dockerfile(), seen.compose(), openapi)
        .flatMap(Stream::ofNullable)
        .forEach(marks::add);
    if (marks.isEmpty()) {
      return Optional.empty();
    }
    var docker = text(here, seen.dockerfile());
    var compose = text(here, seen.compose());
    var port = port(PORTS, compose).or(() -> port(EXPOSED, docker));
    var address = said == null ? "http://localhost:" + port.orElse("8080") : checked(said);
    var asked = said == null ? null : usualEndOf(address);
    return Optional.of(
        new FoundService(
            marks,
            asked == null ? address : address.substring(0, address.length() - asked.length()),
            said != null || port.isPresent(),
            asked == null ? health(docker + "\n" + compose, text(here, openapi)) : asked));
  }

  private static String text(WorkFolder here, @Nullable String file) {
    return file == null ? "" : here.text(file);
  }

  private static Optional<String> port(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .filter(port -> !OTHERS.contains(port) && Integer.parseInt(port) <= 65_535)
        .findFirst();
  }

  private static @Nullable String health(String runs, String openapi) {
    return ASKED
        .matcher(runs)
        .results()
        .map(match -> match.group(1))
        .findFirst()
        .or(() ->
            USUAL.stream()
                .filter(path ->
                    Pattern.compile("(?m)(?:^\\s*|[\"'])" + Pattern.quote(path) + "[\"']?\\s*:")
                        .matcher(openapi)
                        .find())
                .findFirst())
        .orElse(null);
  }

  /// The usual health path that an address ends with, the longest of them, or null: people copy the
  /// address at which they ask whether it is well. The name of a host is none.
  private static @Nullable String usualEndOf(String address) {
    var path = URI.create(address).getRawPath();
    return USUAL.stream()
        .filter(path::endsWith)
        .max(Comparator.comparingInt(String::length))
        .orElse(null);
  }

  private static String checked(String said) {
    try {
      var uri = new URI(said);
      if (Set.of("http", "https").contains(String.valueOf(uri.getScheme()))
          && uri.getHost() != null
          && uri.getRawUserInfo() == null
          && uri.getRawQuery() == null
          && uri.getRawFragment() == null) {
        return said.replaceAll("/+$", "");
      }
    } catch (URISyntaxException none) {
      throw noAddress(said);
    }
    throw noAddress(said);
  }

  private static Problem noAddress(String said) {
    return Problem.of(
        "Nothing proposed",
        "'" + said + "' is no address of a service.",
        "Write it as in http://localhost:8000, without a key in it.");
  }

  /// The list of smoke tests, as YAML.
  String checklist() {
    var path = health == null ? "/" : health;
    return Resources.text("/scaffold/checklists/smoke-tests.yaml")
        .replace("@FOUND@", String.join("; ", marks))
        .replace("@GUESS@", guess())
        .replace("@URL@", Yaml.quoted(url))
        .replace("@ID@", health == null ? "answers" : "health")
        .replace(
            "@TITLE@",
            health == null ? "It answers, and not with a failure" : "It says that it is well")
        .replace("@HEALTH@", Yaml.quoted("{url}" + path))
        .replace("@EXPECT@", health == null ? "\"status < 500\"" : "\"status == 200\"");
  }

  private String guess() {
    if (!told) {
      return "Nothing tells its port: correct the default of url.";
    }
    return health == null
        ? "Nothing tells where it says that it is well: name that path if it has one."
        : "It is asked at " + health + ".";
  }
}
