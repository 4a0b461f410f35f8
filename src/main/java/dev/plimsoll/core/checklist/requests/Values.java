package dev.plimsoll.core.checklist.requests;

import dev.plimsoll.core.checklist.markdown.Literals;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the variables of a source become: parameters of the checklist, secrets by name, values
/// captured by an earlier step. Not thread-safe.
final class Values {
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i).*(authorization|cookie|api-?_?key|admin_?-?key|token|secret|passw|credential|session"
              + "|signature).*");
  private static final Pattern BASE =
      Pattern.compile("(?i)(https?://)?([^/?#]*)(.*)", Pattern.DOTALL);
  private static final Pattern FIELD = Pattern.compile("[?&]([^=&#?]{1,200})=([^&#]*)");
  private static final Set<String> TAKEN =
      Set.of(
          "version",
          "tag",
          "product",
          "branch",
          "commit",
          "type",
          "previousTag",
          "and",
          "or",
          "not",
          "in",
          "exists",
          "matches",
          "true",
          "false",
          "steps",
          "secret",
          "captured");
  private static final int DEEPEST = 8;

  private final Literals literals;
  private final Map<String, String> known = new LinkedHashMap<>();
  private final Map<String, String> captured = new LinkedHashMap<>();
  private final Map<String, @Nullable String> parameters = new LinkedHashMap<>();
  private final Map<String, String> services = new LinkedHashMap<>();
  private final Set<String> secrets = new TreeSet<>();

  Values(Literals literals) {
    this.literals = literals;
  }

  static boolean isSecret(String name) {
    return SECRET.matcher(name).matches();
  }

  /// @param value marked
  void know(String name, String value) {
    known.putIfAbsent(name, value);
    if (isSecret(name) && !Marked.hasVariable(value)) {
      literals.learn(name, value);
    }
  }

  /// From here on the variable is what a step has captured.
  void capture(String name, String step) {
    captured.put(name, "{captured." + step + "." + captureName(name) + "}");
  }

  static String captureName(String name) {
    var plain = name.replaceAll("[^A-Za-z0-9_-]", "_");
    return plain.matches("[A-Za-z].*") ? plain : "v" + plain;
  }

  /// A text of the checklist that is sent: variables resolved by name, secrets by theirs.
  String text(String marked) {
    return Marked.mapped(marked, literals::forWord, this::reference);
  }

  private String reference(String name) {
    var value = captured.get(name);
    if (value != null) {
      return value;
    }
    if (isSecret(name)) {
      return "{secret." + secret(Literals.name(name)) + "}";
    }
    var given = known.get(name);
    var literal = given == null ? null : resolved(given, 0);
    if (literal != null && literals.secrets().containsKey(literal)) {
      return literals.forWord(literal);
    }
    var parameter = parameterName(name);
    parameters.putIfAbsent(parameter, literal);
    return "{" + parameter + "}";
  }

  /// As [#text], for what is a secret by where it stands, whatever its variables are called.
  ///
  /// @param key what it is the value of
  String secretText(String key, String marked) {
    if (!Marked.hasVariable(marked)) {
      literals.learn(key, marked);
    }
    return Marked.mapped(
        marked,
        literals::forWord,
        name -> {
          if (captured.containsKey(name) || isSecret(name)) {
            return reference(name);
          }
          var given = known.get(name);
          var value = given == null ? null : resolved(given, 0);
          if (value == null || value.isBlank()) {
            return "{secret." + secret(Literals.name(name)) + "}";
          }
          literals.learn(key, value);
          return literals.forWord(value);
        });
  }

  /// As [#secretText] where the name says that it is a secret, else as [#text].
  ///
  /// @param key what it is the value of; may be empty
  String valueOf(String key, String marked) {
    return isSecret(key) ? secretText(key, marked) : text(marked);
  }

  /// What stands behind a service's address: keys among the fields of its query are told by name.
  private String behind(String marked) {
    var text = new StringBuilder();
    var fields = FIELD.matcher(marked);
    var from = 0;
    while (fields.find()) {
      text.append(text(marked.substring(from, fields.start(2))));
      text.append(valueOf(fields.group(1), fields.group(2)));
      from = fields.end();
    }
    return text.append(text(marked.substring(from))).toString();
  }

  private String secret(String name) {
    secrets.add(name);
    return name;
  }

  private static String parameterName(String name) {
    var plain = name.replaceAll("[^A-Za-z0-9_]", "_").replaceFirst("^_+", "");
    var start = plain.matches("[A-Za-z].*") ? plain : "value" + plain;
    return TAKEN.contains(start) ? start + "Value" : start;
  }

  /// The text with every variable replaced by its value, or null where one has none.
  private @Nullable String resolved(String marked, int depth) {
    if (!Marked.hasVariable(marked)) {
      return marked;
    }
    if (depth > DEEPEST) {
      return null;
    }
    var complete = new boolean[] {true};
    var text =
        Marked.mapped(
            marked,
            literal -> literal,
            name -> {
              var value = known.get(name);
              var inner = value == null ? null : resolved(value, depth + 1);
              complete[0] &= inner != null;
              return inner == null ? "" : inner;
            });
    return complete[0] ? text : null;
  }

  /// An address with the parameter `{url}` in place of its service: `{url}/search?q=hello`.
  ///
  /// @return null where it names no service
  @Nullable String address(String marked) {
    var leading = leadingVariable(marked);
    var base = leading.isEmpty() ? origin(marked) : leading;
    if (base.isEmpty()) {
      return null;
    }
    var rest = marked.substring(base.length()).replaceFirst("#.*$", "");
    var value = resolved(base, 0);
    if (value != null && !value.matches("(?i)https?://.*")) {
      value = "http://" + value;
    }
    return "{" + service(value == null ? base : value, value) + "}" + behind(rest);
  }

  /// A variable at the start that stands for a whole address: not one behind `http://`.
  private static String leadingVariable(String marked) {
    var end = marked.indexOf('\uE001');
    return marked.startsWith("\uE000") && end > 0 && !isInAuthority(marked, end)
        ? marked.substring(0, end + 1)
        : "";
  }

  private static boolean isInAuthority(String marked, int end) {
    return end + 1 < marked.length() && "/?#".indexOf(marked.charAt(end + 1)) < 0;
  }

  private static String origin(String marked) {
    var matcher = BASE.matcher(marked);
    if (!matcher.matches() || matcher.group(2).isBlank()) {
      return "";
    }
    return (matcher.group(1) == null ? "" : matcher.group(1)) + matcher.group(2);
  }

  private String service(String key, @Nullable String value) {
    var name = services.get(key);
    if (name == null) {
      name = services.isEmpty() ? "url" : "url" + (services.size() + 1);
      services.put(key, name);
      parameters.put(name, value == null ? null : value.replaceFirst("/+$", ""));
    }
    return name;
  }

  /// By name, with the default where there is one, services first.
  Map<String, @Nullable String> parameters() {
    var ordered = new LinkedHashMap<String, @Nullable String>();
    services.values().forEach(name -> ordered.put(name, parameters.get(name)));
    parameters.forEach(ordered::putIfAbsent);
    return ordered;
  }

  boolean isService(String parameter) {
    return services.containsValue(parameter);
  }

  /// Every secret that the checklist names.
  Set<String> secretNames(String yaml) {
    var names = new TreeSet<>(secrets);
    literals.secrets().values().stream()
        .filter(name -> yaml.contains("{secret." + name + "}"))
        .forEach(names::add);
    return names;
  }
}
