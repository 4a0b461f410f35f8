package dev.plimsoll.core.checklist.markdown;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Finds what looks like a secret or like somebody's own folder, and names it. What was a secret on
/// one line is one on every line.
public final class Literals {
  private static final int LONGEST_LINE = 4000;
  private static final Set<String> WEAK =
      Set.of("changeme", "password", "secret", "admin", "letmein", "hunter2");
  private static final Pattern ASSIGNED =
      Pattern.compile(
          "(?i)([A-Z0-9_-]{0,40}(?:password|passwd|secret|token|api[_-]?key|admin[_-]?key"
              + "|access[_-]?key|private[_-]?key)[A-Z0-9_-]{0,40})[\"'`]?\\s{0,4}[:=]\\s{0,4}[\"'`]?"
              + "([^\\s\"'`,;)}\\]]{4,200})");
  private static final Pattern BEARER =
      Pattern.compile("(?i)bearer\\s{1,4}()([A-Za-z0-9._~+/=-]{8,200})");
  private static final Pattern IN_ADDRESS =
      Pattern.compile("://[^\\s:/@]{1,64}:()([^\\s@/]{3,100})@");
  private static final Map<String, Pattern> FORMS = forms();
  private static final Pattern PERSONAL =
      Pattern.compile(
          "(?<![\\w.-])(/home/[A-Za-z0-9._-]+|/Users/[A-Za-z0-9._-]+"
              + "|[A-Za-z]:[\\\\/]+Users[\\\\/]+[A-Za-z0-9._-]+)");

  private final Map<String, String> secrets = new LinkedHashMap<>();
  private final Map<String, String> homes = new LinkedHashMap<>();
  private final List<String> lines;

  private static Map<String, Pattern> forms() {
    var forms = new LinkedHashMap<String, Pattern>();
    forms.put(
        "GITHUB_TOKEN", Pattern.compile("()\\b(gh[pousr]_[A-Za-z0-9]{20,}|github_pat_\\w{20,})"));
    forms.put("AWS_ACCESS_KEY_ID", Pattern.compile("()\\b(AKIA[0-9A-Z]{16})\\b"));
    forms.put("SLACK_TOKEN", Pattern.compile("()\\b(xox[abprs]-[A-Za-z0-9-]{10,})"));
    forms.put("PYPI_TOKEN", Pattern.compile("()\\b(pypi-[A-Za-z0-9_-]{16,})"));
    forms.put("API_KEY", Pattern.compile("()\\b(sk-[A-Za-z0-9_-]{16,}|AIza[0-9A-Za-z_-]{30,})"));
    forms.put(
        "BEARER_TOKEN", Pattern.compile("()\\b(eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9._-]{10,})"));
    return forms;
  }

  public Literals(List<String> lines) {
    this.lines = List.copyOf(lines);
    lines.forEach(this::learn);
  }

  /// Says that a value is a secret, whatever it looks like.
  ///
  /// @param key what it is the value of: `X-API-Key`
  public void learn(String key, String value) {
    if (!value.isBlank() && !isReference(value)) {
      secrets.computeIfAbsent(value, _ -> numbered(name(key), "_", secrets));
    }
  }

  private void learn(String whole) {
    var line = bounded(whole);
    FORMS.forEach((name, form) -> form.matcher(line).results().forEach(hit -> secret(name, hit)));
    BEARER.matcher(line).results().forEach(hit -> secret("BEARER_TOKEN", hit));
    IN_ADDRESS.matcher(line).results().forEach(hit -> secret("PASSWORD", hit));
    ASSIGNED
        .matcher(line)
        .results()
        .filter(hit -> looksLikeOne(hit.group(2)))
        .forEach(hit -> secret(name(hit.group(1)), hit));
    PERSONAL
        .matcher(line)
        .results()
        .forEach(hit -> homes.computeIfAbsent(hit.group(1), _ -> numbered("home", "", homes)));
  }

  private void secret(String name, MatchResult hit) {
    var value = hit.group(2);
    if (!isReference(value)) {
      secrets.computeIfAbsent(value, _ -> numbered(name, "_", secrets));
    }
  }

  private static String numbered(String name, String joint, Map<String, String> taken) {
    var free = name;
    for (var number = 2; taken.containsValue(free); number++) {
      free = name + joint + number;
    }
    return free;
  }

  private static boolean isReference(String value) {
    return "$<{%*[.".indexOf(value.charAt(0)) >= 0;
  }

  private static boolean looksLikeOne(String value) {
    return WEAK.contains(value.toLowerCase(Locale.ROOT))
        || value.length() >= 16
        || value.chars().anyMatch(c -> Character.isDigit(c) || c == '-' || c == '_');
  }

  /// A secret's name made of what it is the value of: `API_KEY` of `X-API-Key`.
  public static String name(String key) {
    var name =
        key.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
            .toUpperCase(Locale.ROOT)
            .replaceAll("[^A-Z0-9]+", "_")
            .replaceFirst("^_*(X_)?", "")
            .replaceFirst("_+$", "");
    return Character.isLetter(name.charAt(0)) ? name : "SECRET_" + name;
  }

  private static String bounded(String line) {
    return line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line;
  }

  private void note(String line, int number, List<Literal> found) {
    secrets.forEach((value, name) -> {
      if (line.contains(value)) {
        found.add(new Literal(number, Literal.Kind.SECRET, name));
      }
    });
    homes.forEach((value, name) -> {
      if (line.contains(value)) {
        found.add(new Literal(number, Literal.Kind.PERSONAL_PATH, name));
      }
    });
  }

  /// By line.
  public List<Literal> found() {
    var found = new ArrayList<Literal>();
    for (var i = 0; i < lines.size(); i++) {
      note(lines.get(i), i + 1, found);
    }
    return found;
  }

  /// Name by value.
  public Map<String, String> secrets() {
    return Map.copyOf(secrets);
  }

  /// Parameter by folder, in the order of the runbook.
  Map<String, String> homes() {
    return new LinkedHashMap<>(homes);
  }

  /// The line with secrets masked, for showing it.
  public String masked(String text) {
    return replaced(text, secrets.keySet(), _ -> "***");
  }

  /// Every value in one pass, longer ones first: what was put in is not looked at again, and no
  /// rest of a longer value is left over by a shorter one.
  private static String replaced(
      String text, Collection<String> values, UnaryOperator<String> replacement) {
    var present = values.stream().filter(text::contains).toList();
    if (present.isEmpty()) {
      return text;
    }
    var any =
        present.stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    return Pattern.compile(any)
        .matcher(text)
        .replaceAll(hit -> Matcher.quoteReplacement(replacement.apply(hit.group())));
  }

  /// For a text of the checklist that people read: braces as they were, no secret, `{home}` for a
  /// folder.
  public String forPeople(String text) {
    return folders(Braces.escaped(masked(text)));
  }

  /// For a word of a command.
  public String forWord(String text) {
    var names = new LinkedHashMap<String, String>();
    secrets.forEach((value, name) -> names.put(Braces.escaped(value), "{secret." + name + "}"));
    return folders(
        replaced(
            Braces.escaped(text),
            names.keySet(),
            value -> Objects.requireNonNull(names.get(value))));
  }

  /// Folders by their parameters, in a text whose braces are escaped already.
  String folders(String text) {
    var changed = text;
    for (var home : homes.entrySet()) {
      changed = changed.replace(home.getKey(), "{" + home.getValue() + "}");
    }
    return changed;
  }
}
