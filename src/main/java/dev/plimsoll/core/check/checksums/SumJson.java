package dev.plimsoll.core.check.checksums;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/// Lists in JSON: `{"path": "digest"}` or `{"version": 1, "artifacts": {...}}`; in the place of a
/// digest there may be `{"sha256": "digest", ...}`. Read as a stream, so that a name that stands
/// twice is seen twice.
final class SumJson {
  private static final String SHA256 = "sha256";

  private final DigestList list;
  private final JsonParser json;

  private SumJson(String file, JsonParser json) {
    this.list = new DigestList(file, ListForm.JSON);
    this.json = json;
  }

  static DigestList read(String file, String text) {
    try (var json = JsonMapper.shared().createParser(text)) {
      var reader = new SumJson(file, json);
      try {
        reader.top();
      } catch (JacksonException malformed) {
        var at = malformed.getLocation();
        reader.list.unread(
            at == null ? 0 : Math.max(0, at.getLineNr()),
            file + " is not well-formed JSON.",
            "Correct the file.");
      }
      return reader.list;
    }
  }

  private void top() {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      list.unread(0, list.file() + " is no JSON object.", "Write {\"path\": \"digest\"}.");
      return;
    }
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      var name = json.currentName();
      var line = line();
      var value = json.nextToken();
      if (name.equals("version") && value.isNumeric()) {
        version(line);
      } else if (name.equals("artifacts") && value == JsonToken.START_OBJECT) {
        artifacts();
      } else {
        entry(name, value, line);
      }
    }
    if (json.nextToken() != null) {
      list.unread(line(), "Something stands after the object.", "Remove it.");
    }
  }

  private void version(int line) {
    if (!json.getString().equals("1")) {
      list.unread(
          line,
          "The list is of version " + json.getString() + "; version 1 is known.",
          "Write it as version 1.");
    }
  }

  private void artifacts() {
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      var name = json.currentName();
      var line = line();
      entry(name, json.nextToken(), line);
    }
  }

  private void entry(String name, JsonToken value, int line) {
    if (value == JsonToken.START_OBJECT) {
      var found = false;
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        var member = json.currentName();
        if (json.nextToken() == JsonToken.VALUE_STRING && member.equals(SHA256)) {
          list.add(name, json.getString(), line);
          found = true;
        } else {
          json.skipChildren();
        }
      }
      if (!found) {
        list.unread(line, name + " has no sha256 here.", "Add \"sha256\": \"...\".");
      }
    } else if (value == JsonToken.VALUE_STRING) {
      list.add(name, json.getString(), line);
    } else {
      json.skipChildren();
      list.unread(line, name + " has no SHA-256 digest here.", "Write it as a text.");
    }
  }

  private int line() {
    return json.currentTokenLocation().getLineNr();
  }
}
