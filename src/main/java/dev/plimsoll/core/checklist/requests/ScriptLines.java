package dev.plimsoll.core.checklist.requests;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The plain assertions of test scripts (Postman's `pm.test`, JetBrains' `client.test`), one line
/// at a time. What is not plain is not guessed. Not thread-safe; one for each script.
final class ScriptLines {
  private static final Pattern OPENS =
      Pattern.compile(
          "^(?:pm|client)\\.test\\(\\s*([\"'`])(?:(?!\\1).)*\\1\\s*,\\s*(?:async\\s*)?"
              + "(?:function\\s*\\w*\\([^)]*\\)|\\([^)]*\\)\\s*=>)\\s*(\\{)?");
  private static final Pattern ALIAS =
      Pattern.compile(
          "^(?:const|let|var)\\s+(\\w+)\\s*=\\s*(?:pm\\.response\\.json\\(\\)|JSON\\.parse\\("
              + "(?:responseBody|pm\\.response\\.text\\(\\))\\)|response\\.body)$");
  private static final Pattern SET =
      Pattern.compile(
          "^(?:pm\\.(?:environment|collectionVariables|globals|variables)|client\\.global)\\.set\\("
              + "\\s*[\"']([\\w.-]+)[\"']\\s*,\\s*(.+)\\)$");
  private static final Pattern STATUS =
      Pattern.compile("^pm\\.response\\.to\\.have\\.status\\((\\d{3})\\)$");
  private static final Pattern CLASS =
      Pattern.compile("^pm\\.response\\.to\\.be\\.(ok|success|clientError|serverError)$");
  private static final Pattern HEADER =
      Pattern.compile(
          "^pm\\.response\\.to\\.have\\.header\\([\"']([\\w-]+)[\"'](?:\\s*,\\s*(.+))?\\)$");
  private static final Pattern EXPECT = Pattern.compile("^pm\\.expect\\((.+?)\\)\\.to\\.(.+)$");
  private static final Pattern LEGACY =
      Pattern.compile("^tests\\[[\"'].*[\"']]\\s*=\\s*(.+?)\\s*(===?|<=?|>=?)\\s*(.+)$");
  private static final Pattern ASSERT =
      Pattern.compile(
          "^client\\.assert\\(\\s*(.+?)\\s*(===?|!==?|<=?|>=?)\\s*([^,]+?)(?:\\s*,\\s*[\"'`].*[\"'`])?\\)$");
  private static final Pattern PATH =
      Pattern.compile("((?:\\.[A-Za-z_]\\w*|\\[\\d+]|\\[[\"'][^\"'\\\\]+[\"']])*)");
  private static final Pattern EQUAL =
      Pattern.compile("^(not\\.)?(?:be\\.)?(?:deep\\.)?(?:equals?|eql|eq)\\((.+)\\)$");
  private static final Pattern BOUND =
      Pattern.compile("^be\\.(below|lessThan|above|greaterThan|at\\.most|at\\.least)\\((\\d+)\\)$");
  private static final Pattern KIND =
      Pattern.compile("^be\\.an?\\([\"'](array|object|string|boolean)[\"']\\)$");
  private static final Pattern PROPERTY =
      Pattern.compile("^have\\.property\\([\"']([A-Za-z_]\\w*)[\"'](?:\\s*,\\s*(.+))?\\)$");
  private static final Pattern LENGTH = Pattern.compile("^have\\.(?:length|lengthOf)\\((\\d+)\\)$");
  private static final Pattern INCLUDES =
      Pattern.compile("^(?:include|includes|contain|contains)\\((.+)\\)$");

  private final Set<String> bodies =
      new LinkedHashSet<>(List.of("pm.response.json()", "response.body"));

  /// What became of a line: what it says in the checklist, and the statements nobody understood.
  record Taken(List<String> expected, List<Captured> captures, List<String> unknown, boolean said) {
    Taken {
      expected = List.copyOf(expected);
      captures = List.copyOf(captures);
      unknown = List.copyOf(unknown);
    }
  }

  /// @param query as it stands in the checklist
  record Captured(String name, String query) {}

  Taken take(String line) {
    var rest = line.strip();
    var said = false;
    var opens = OPENS.matcher(rest);
    if (opens.find()) {
      rest = rest.substring(opens.end()).strip();
      rest = opens.group(2) == null ? rest.replaceFirst("\\)\\s*;?$", "") : rest;
      said = true;
    }
    var closing = rest.replaceFirst("(?:\\}\\s*\\)?\\s*;?\\s*)+$", "").strip();
    said |= !closing.equals(rest);
    var expected = new ArrayList<String>();
    var captures = new ArrayList<Captured>();
    var unknown = new ArrayList<String>();
    for (var statement : statements(closing)) {
      take(statement, expected, captures, unknown);
    }
    return new Taken(expected, captures, unknown, said || !statements(closing).isEmpty());
  }

  private void take(
      String statement, List<String> expected, List<Captured> captures, List<String> unknown) {
    var alias = ALIAS.matcher(statement);
    var set = SET.matcher(statement);
    if (alias.matches()) {
      bodies.add(alias.group(1));
    } else if (set.matches() && path(set.group(2)) != null) {
      captures.add(new Captured(set.group(1), "jsonpath " + path(set.group(2))));
    } else {
      var expectation = expectation(statement);
      if (expectation == null) {
        unknown.add(statement);
      } else {
        expected.add(expectation);
      }
    }
  }

  private static List<String> statements(String text) {
    var statements = new ArrayList<String>();
    for (var part : text.split(";(?=(?:[^\"'`]|\"[^\"]*\"|'[^']*'|`[^`]*`)*$)")) {
      if (!part.isBlank()) {
        statements.add(part.strip());
      }
    }
    return statements;
  }

  private @Nullable String expectation(String statement) {
    var status = STATUS.matcher(statement);
    if (status.matches()) {
      return "status == " + status.group(1);
    }
    var group = CLASS.matcher(statement);
    if (group.matches()) {
      return switch (group.group(1)) {
        case "clientError" -> "status == 4xx";
        case "serverError" -> "status == 5xx";
        case "ok" -> "status == 200";
        default -> "status == 2xx";
      };
    }
    var header = HEADER.matcher(statement);
    if (header.matches()) {
      var value = header.group(2) == null ? "" : value(header.group(2));
      return value == null
          ? null
          : "header " + header.group(1) + (value.isEmpty() ? " exists" : " == " + value);
    }
    if (statement.equals("pm.response.to.be.json")) {
      return "header Content-Type contains json";
    }
    var chained = EXPECT.matcher(statement);
    if (chained.matches()) {
      return chained(chained.group(1).strip(), chained.group(2).strip());
    }
    var plain = ASSERT.matcher(statement);
    if (plain.matches()) {
      return compared(plain);
    }
    var legacy = LEGACY.matcher(statement);
    return legacy.matches() ? compared(legacy) : null;
  }

  private @Nullable String compared(Matcher matcher) {
    var subject = subject(matcher.group(1));
    var value = value(matcher.group(3).strip());
    var operator = matcher.group(2).replaceFirst("^(=|!)==?$", "$1=");
    if (subject == null || value == null) {
      return null;
    }
    return subject + " " + operator + " " + inUnit(subject, value);
  }

  private static String inUnit(String subject, String value) {
    return subject.equals("duration") && value.matches("\\d+") ? value + "ms" : value;
  }

  private @Nullable String chained(String subjectText, String predicate) {
    var subject = subject(subjectText);
    if (subject == null) {
      return null;
    }
    var equal = EQUAL.matcher(predicate);
    if (equal.matches()) {
      var value = value(equal.group(2).strip());
      var sign = equal.group(1) == null ? " == " : " != ";
      return value == null ? null : subject + sign + inUnit(subject, value);
    }
    var bound = BOUND.matcher(predicate);
    if (bound.matches()) {
      return subject + " " + sign(bound.group(1)) + " " + inUnit(subject, bound.group(2));
    }
    var includes = INCLUDES.matcher(predicate);
    if (includes.matches() && (subject.equals("body") || subject.startsWith("header "))) {
      var value = value(includes.group(1).strip());
      return value == null ? null : subject + " contains " + value;
    }
    return subject.startsWith("jsonpath ") ? ofJson(subject, predicate) : null;
  }

  private static String sign(String word) {
    return switch (word) {
      case "below", "lessThan" -> "<";
      case "above", "greaterThan" -> ">";
      case "at.most" -> "<=";
      default -> ">=";
    };
  }

  private static @Nullable String ofJson(String subject, String predicate) {
    var kind = KIND.matcher(predicate);
    if (kind.matches()) {
      return subject
          + switch (kind.group(1)) {
            case "string" -> " isString";
            case "boolean" -> " isBoolean";
            default -> " isCollection";
          };
    }
    var property = PROPERTY.matcher(predicate);
    if (property.matches() && !subject.endsWith("\"")) {
      var value = property.group(2) == null ? "" : value(property.group(2).strip());
      return value == null
          ? null
          : subject + "." + property.group(1) + (value.isEmpty() ? " exists" : " == " + value);
    }
    var length = LENGTH.matcher(predicate);
    if (length.matches() && !subject.endsWith("\"")) {
      return subject + "[*] count == " + length.group(1);
    }
    return switch (predicate) {
      case "exist", "not.be.undefined" -> subject + " exists";
      case "be.true" -> subject + " == true";
      case "be.false" -> subject + " == false";
      case "be.empty" -> subject + " isEmpty";
      case "not.be.empty" -> subject + " not isEmpty";
      default -> null;
    };
  }

  private @Nullable String subject(String text) {
    return switch (text) {
      case "pm.response.code", "responseCode.code", "response.status" -> "status";
      case "pm.response.responseTime", "responseTime" -> "duration";
      case "pm.response.text()", "responseBody" -> "body";
      default -> {
        var header =
            Pattern.compile(
                    "(?:pm\\.)?response\\.headers\\.(?:get|valueOf)\\([\"']([\\w-]+)[\"']\\)")
                .matcher(text);
        if (header.matches()) {
          yield "header " + header.group(1);
        }
        var path = path(text);
        yield path == null ? null : "jsonpath " + path;
      }
    };
  }

  /// `$.results[0].id` of `jsonData.results[0].id`, or null where it is no plain path of the body.
  private @Nullable String path(String text) {
    for (var body : bodies) {
      if (text.startsWith(body)) {
        var steps = PATH.matcher(text.substring(body.length()));
        if (steps.matches()) {
          var path = "$" + steps.group(1).replaceAll("\\[\"([^\"]*)\"]", "['$1']");
          return path.contains("'") ? "\"" + path + "\"" : path;
        }
      }
    }
    return null;
  }

  /// A literal of JavaScript as an expectation writes it, or null where it is none.
  private static @Nullable String value(String literal) {
    if (literal.matches("-?\\d+(\\.\\d+)?|true|false|null")) {
      return literal;
    }
    var text = Pattern.compile("([\"'`])((?:(?!\\1)[^\\\\])*)\\1").matcher(literal);
    return text.matches() && !text.group(2).contains("${")
        ? "\"" + text.group(2).replace("\"", "\\\"") + "\""
        : null;
  }
}
