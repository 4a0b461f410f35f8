package dev.plimsoll.core.check.drift;

import dev.plimsoll.core.check.drift.Mention.Kind;
import dev.plimsoll.core.check.paths.RepositoryPaths;
import dev.plimsoll.core.checklist.Node;
import dev.plimsoll.core.model.Position;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Collects what a checklist mentions. What a run produces (reports, artefacts, backups) and what
/// depends on a variable is left out. Use it once.
final class Mentions {
  private static final Pattern WORD = Pattern.compile("[^\\s\"'`;|&()<>=]+");
  private static final Pattern PATH =
      Pattern.compile(
          "\\.?/?[A-Za-z0-9_.][A-Za-z0-9_.-]*(?:/[A-Za-z0-9_.-]+)+/?"
              + "|[A-Za-z0-9_-]+\\.(?:py|sh|bash|js|mjs|ts|rb|pl|ps1|bat|cmd|ya?ml|toml|json|md|txt|cfg|ini|sql)");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{?([A-Z][A-Z0-9_]{2,})\\b");
  private static final Pattern SECRET = Pattern.compile("\\{secret\\.([A-Za-z_][A-Za-z0-9_]*)\\}");
  private static final Pattern URL =
      Pattern.compile("https?://[^\\s/\"'{}]*(?:\\{[^}]*\\})?(/[^\\s?#\"'{}<>)]*)");
  private static final Set<String> NODE_PROGRAMS = Set.of("npm", "pnpm", "yarn");

  /// Keys whose texts are paths of the repository, by the verb that they belong to.
  private static final Map<String, Set<String>> PATH_KEYS =
      Map.of(
          "command", Set.of("in"),
          "files", Set.of("exist", "file"),
          "changelog", Set.of("file"),
          "version", Set.of("same"),
          "env", Set.of("example"),
          "container", Set.of("file"),
          "checksums", Set.of("list"),
          "links", Set.of("in"),
          "checkboxes", Set.of("file"));

  private final Map<String, Mention> found = new LinkedHashMap<>();

  /// Every mention once, in order.
  List<Mention> of(Node checklist) {
    if (checklist instanceof Node.Fields top) {
      top.field("sections").ifPresent(sections -> sections(sections.value()));
    }
    return List.copyOf(found.values());
  }

  private void sections(Node sections) {
    if (sections instanceof Node.Items items) {
      for (var section : items.items()) {
        if (section instanceof Node.Fields fields
            && fields.field("steps").map(Node.Field::value).orElse(null)
                instanceof Node.Items steps) {
          steps.items().forEach(this::step);
        }
      }
    }
  }

  private void step(Node step) {
    if (!(step instanceof Node.Fields fields)) {
      return;
    }
    for (var field : fields.fields()) {
      switch (field.name()) {
        case "troubleshoot" ->
            texts(field.value(), text -> path(text.text().split("#", 2)[0], text));
        case "command" -> command(field.value());
        case "fallback", "probe" -> step(field.value());
        default -> paths(field.name(), field.value());
      }
      texts(field.value(), this::anywhere);
    }
  }

  /// What counts wherever it stands: secrets by name, and addresses.
  private void anywhere(Node.Scalar text) {
    SECRET
        .matcher(text.text())
        .results()
        .forEach(secret -> add(Kind.ENVIRONMENT, secret.group(1), "", text.at()));
    URL.matcher(text.text())
        .results()
        .map(url -> url.group(1))
        .filter(route -> route.length() > 1)
        .forEach(route -> add(Kind.ROUTE, route, "", text.at()));
  }

  private void paths(String verb, Node value) {
    var keys = PATH_KEYS.get(verb);
    if (keys == null) {
      return;
    }
    switch (value) {
      case Node.Fields fields -> {
        for (var field : fields.fields()) {
          if (keys.contains(field.name())) {
            texts(field.value(), text -> path(text.text().split("#", 2)[0], text));
          } else {
            paths(verb, field.value());
          }
        }
      }
      case Node.Items items -> items.items().forEach(item -> paths(verb, item));
      case Node.Scalar _ -> {}
    }
    if (verb.equals("env") && value instanceof Node.Fields fields) {
      fields
          .field("set")
          .ifPresent(
              set -> texts(set.value(), key -> add(Kind.ENVIRONMENT, key.text(), "", key.at())));
    }
  }

  private void command(Node value) {
    var fields = value instanceof Node.Fields all ? all : null;
    var run = fields == null ? value : fields.field("run").map(Node.Field::value).orElse(null);
    var folder = "";
    if (fields != null
        && fields.field("in").map(Node.Field::value).orElse(null) instanceof Node.Scalar in) {
      path(in.text(), in);
      folder = RepositoryPaths.normalised(in.text());
    }
    program(run, folder);
  }

  private void program(@Nullable Node run, String folder) {
    switch (run) {
      case null -> {}
      case Node.Fields systems ->
          systems.fields().forEach(system -> program(system.value(), folder));
      case Node.Items items -> {
        var words =
            items.items().stream()
                .map(item -> item instanceof Node.Scalar word ? word.text() : "")
                .toList();
        for (var item : items.items()) {
          if (item instanceof Node.Scalar word) {
            word(word.text(), folder, word.at());
          }
        }
        tool(words, folder, items.at());
      }
      case Node.Scalar script -> script(script, folder);
    }
  }

  /// A script, line by line.
  private void script(Node.Scalar script, String folder) {
    for (var line : script.text().lines().toList()) {
      if (line.strip().startsWith("#")) {
        continue;
      }
      VARIABLE
          .matcher(line)
          .results()
          .forEach(name -> add(Kind.ENVIRONMENT, name.group(1), "", script.at()));
      for (var command : line.split("\\s*(?:&&|\\|\\||;|\\|)\\s*")) {
        var words = WORD.matcher(command).results().map(word -> word.group()).toList();
        words.forEach(word -> word(word, folder, script.at()));
        tool(words, folder, script.at());
      }
    }
  }

  private void word(String word, String folder, Position at) {
    var isPath = PATH.matcher(word).matches() && !word.startsWith("/") && !word.contains("://");
    if (isPath) {
      add(Kind.PATH, under(folder, word), "", at);
    }
  }

  private static String under(String folder, String path) {
    var plain = RepositoryPaths.normalised(path);
    return folder.isEmpty() || folder.equals(".") ? plain : folder + "/" + plain;
  }

  private void tool(List<String> words, String folder, Position at) {
    if (words.size() < 2) {
      return;
    }
    var program = words.getFirst();
    var arguments = words.stream().skip(1).filter(word -> !word.startsWith("-")).toList();
    if (program.equals("make") && !words.contains("-C") && !words.contains("-f")) {
      arguments.stream()
          .filter(word -> !word.contains("=") && !word.contains("{") && !word.contains("$"))
          .forEach(target -> add(Kind.MAKE_TARGET, target, folder, at));
    } else if (NODE_PROGRAMS.contains(program) && !arguments.isEmpty()) {
      var isRun = arguments.getFirst().equals("run") && arguments.size() > 1;
      var script = isRun ? arguments.get(1) : arguments.getFirst();
      if (isRun || script.equals("test") || script.equals("start")) {
        add(Kind.NPM_SCRIPT, script, folder, at);
      }
    }
  }

  private void path(String path, Node.Scalar at) {
    var isOurs = RepositoryPaths.flaw(path) == null && !path.contains("://");
    if (isOurs && !path.matches(".*[*?\\[{$].*")) {
      add(Kind.PATH, RepositoryPaths.normalised(path), "", at.at());
    }
  }

  private interface Text {
    void take(Node.Scalar text);
  }

  private static void texts(Node value, Text text) {
    switch (value) {
      case Node.Scalar scalar -> text.take(scalar);
      case Node.Items items -> items.items().forEach(item -> texts(item, text));
      case Node.Fields fields -> fields.fields().forEach(field -> texts(field.value(), text));
    }
  }

  private void add(Kind kind, String name, String folder, Position at) {
    if (!name.isEmpty()) {
      found.putIfAbsent(
          kind + "\0" + folder + "\0" + name + "\0" + at, new Mention(kind, name, folder, at));
    }
  }
}
