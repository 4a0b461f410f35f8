package dev.plimsoll.core.run;

import dev.plimsoll.core.model.Binding;
import dev.plimsoll.core.model.Evidence;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Position;
import dev.plimsoll.core.model.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The members of log entries, written as maps and read back (docs/formats/audit-chain.md lists
/// them). Reading is lenient towards members it does not know and strict towards those it needs.
final class Payload {
  private final Map<String, Object> members;

  private Payload(Map<String, Object> members) {
    this.members = members;
  }

  static Payload of(Map<String, Object> members) {
    return new Payload(members);
  }

  String text(String name) {
    return Objects.requireNonNull(textOrNull(name), name);
  }

  @Nullable String textOrNull(String name) {
    return members.get(name) instanceof String text ? text : null;
  }

  String textOr(String name, String otherwise) {
    var text = textOrNull(name);
    return text == null ? otherwise : text;
  }

  int number(String name) {
    return members.get(name) instanceof Number number ? number.intValue() : 0;
  }

  long longNumber(String name) {
    return members.get(name) instanceof Number number ? number.longValue() : 0;
  }

  @Nullable Integer numberOrNull(String name) {
    return members.get(name) instanceof Number number ? number.intValue() : null;
  }

  boolean flag(String name) {
    return Boolean.TRUE.equals(members.get(name));
  }

  Payload object(String name) {
    return objectIn(members.get(name));
  }

  boolean has(String name) {
    return members.containsKey(name);
  }

  List<Payload> objects(String name) {
    return members.get(name) instanceof List<?> list
        ? list.stream().map(Payload::objectIn).toList()
        : List.of();
  }

  List<String> texts(String name) {
    return members.get(name) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  Map<String, String> textMap(String name) {
    var map = new TreeMap<String, String>();
    if (members.get(name) instanceof Map<?, ?> given) {
      given.forEach((key, value) -> map.put(String.valueOf(key), String.valueOf(value)));
    }
    return map;
  }

  private static Payload objectIn(@Nullable Object value) {
    var map = new LinkedHashMap<String, Object>();
    if (value instanceof Map<?, ?> given) {
      given.forEach((key, member) -> {
        if (member != null) {
          map.put(String.valueOf(key), member);
        }
      });
    }
    return new Payload(map);
  }

  Binding binding() {
    var bound = object("binding");
    return new Binding(
        bound.textOr("commit", ""),
        bound.textOr("tree", ""),
        bound.textOr("branch", ""),
        bound.flag("dirty"));
  }

  Evidence evidence() {
    return new Evidence(text("name"), text("sha256"), text("mediaType"), longNumber("size"));
  }

  List<Finding> findings() {
    var findings = new ArrayList<Finding>();
    for (var finding : objects("findings")) {
      var at = finding.has("at") ? finding.object("at") : null;
      findings.add(
          new Finding(
              Severity.valueOf(finding.textOr("severity", "NOTE")),
              finding.textOr("message", ""),
              at == null
                  ? null
                  : new Position(at.textOr("file", ""), at.number("line"), at.number("column")),
              finding.textOrNull("next")));
    }
    return findings;
  }

  static Map<String, Object> of(Binding binding) {
    return Map.of(
        "commit", binding.commit(),
        "tree", binding.tree(),
        "branch", binding.branch(),
        "dirty", binding.dirty());
  }

  static Map<String, Object> of(Evidence evidence) {
    return Map.of(
        "name", evidence.name(),
        "sha256", evidence.sha256(),
        "mediaType", evidence.mediaType(),
        "size", evidence.size());
  }

  static Map<String, Object> of(Finding finding) {
    var members = new LinkedHashMap<String, Object>();
    members.put("severity", finding.severity().name());
    members.put("message", finding.message());
    var at = finding.at();
    if (at != null) {
      members.put("at", Map.of("file", at.file(), "line", at.line(), "column", at.column()));
    }
    if (finding.next() != null) {
      members.put("next", finding.next());
    }
    return members;
  }
}
