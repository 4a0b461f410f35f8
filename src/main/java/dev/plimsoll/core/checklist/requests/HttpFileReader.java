package dev.plimsoll.core.checklist.requests;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads `.http` files as the REST clients of JetBrains and VS Code do. Use it once.
final class HttpFileReader {
  private static final Pattern VARIABLE = Pattern.compile("^@([\\w.-]+)\\s*=\\s*(.*)$");
  private static final Pattern TAG = Pattern.compile("^(?:#|//)\\s*@([\\w-]+)\\s*=?\\s*(.*)$");
  private static final Pattern REQUEST =
      Pattern.compile(
          "^(?:([A-Z]{2,12})\\s+)?(\\S.*?)(?:\\s+HTTP/[0-9.]+)?$", Pattern.CASE_INSENSITIVE);
  private static final Pattern HEADER = Pattern.compile("^([!#$%&'*+.^_`|~0-9A-Za-z-]+):\\s*(.*)$");
  private static final Pattern STATUS = Pattern.compile("^\\?\\?\\s*status\\s*===?\\s*(\\d{3})$");

  private final List<String> lines;
  private final Values values;
  private final RequestChecklist checklist;
  private final Story story;

  HttpFileReader(List<String> lines, Values values, RequestChecklist checklist, Story story) {
    this.lines = lines;
    this.values = values;
    this.checklist = checklist;
    this.story = story;
  }

  void read() {
    for (var i = 0; i < lines.size(); i++) {
      var variable = VARIABLE.matcher(lines.get(i).strip());
      if (variable.matches()) {
        values.know(variable.group(1), Marked.ofDoubleBraces(variable.group(2).strip()));
      }
    }
    var from = 0;
    var title = "";
    for (var i = 0; i <= lines.size(); i++) {
      if (i == lines.size() || lines.get(i).startsWith("###")) {
        new Part(from, i, title).read();
        if (i < lines.size()) {
          title = lines.get(i).replaceFirst("^#+", "").strip();
          story.mapped(i + 1, title.isEmpty() ? "a separator" : "the title of a step");
          from = i + 1;
        }
      }
    }
  }

  /// The lines between two separators.
  private final class Part {
    private final int end;
    private final String heading;
    private final List<String> body = new ArrayList<>();
    private final List<Integer> sayers = new ArrayList<>();
    private final ScriptLines scripts = new ScriptLines();
    private final List<String> options = new ArrayList<>();
    private int at;
    private @Nullable String name;
    private String address = "";
    private String method = "";
    private @Nullable String refused;
    private DraftRequest.@Nullable Body file;

    Part(int from, int end, String heading) {
      this.at = from;
      this.end = end;
      this.heading = heading;
    }

    void read() {
      head();
      if (method.isEmpty()) {
        return;
      }
      var draft = new DraftRequest(name == null ? heading : name, "");
      headers(draft);
      rest(draft);
      draft.request(method, Marked.ofDoubleBraces(address));
      options.forEach(draft::option);
      body(draft);
      var added =
          refused == null
              ? checklist.add(draft)
              : new RequestChecklist.Added(null, String.valueOf(refused));
      for (var line : sayers) {
        if (added.id() == null) {
          story.unmapped(line, added.why());
        } else {
          story.mapped(line, "step " + added.id() + ": http");
        }
      }
    }

    /// Comments, tags and variables up to the line that says what is asked.
    private void head() {
      for (; at < end && method.isEmpty(); at++) {
        var line = lines.get(at).strip();
        var tag = TAG.matcher(line);
        if (line.isEmpty()) {
          continue;
        }
        if (VARIABLE.matcher(line).matches()) {
          story.mapped(at + 1, "a variable");
        } else if (tag.matches()) {
          tag(tag.group(1), tag.group(2).strip());
        } else if (line.startsWith("#") || line.startsWith("//")) {
          story.unmapped(at + 1, "a comment");
        } else if (line.startsWith("<")) {
          script("a script before the request");
        } else {
          requestLine(line);
        }
      }
    }

    private void tag(String tag, String value) {
      switch (tag.toLowerCase(Locale.ROOT)) {
        case "name" -> {
          name = value;
          story.mapped(at + 1, "the title of a step");
        }
        case "timeout", "connection-timeout" -> {
          var number = value.replaceFirst("\\s*s(ec)?$", "");
          var key = tag.equalsIgnoreCase("timeout") ? "timeout" : "connectTimeout";
          if (number.matches("[1-9]\\d{0,4}")) {
            options.add(key + ": " + number + "s");
            story.mapped(at + 1, key);
          } else {
            story.unmapped(at + 1, "a time that is no number of seconds");
          }
        }
        case "no-redirect" -> story.mapped(at + 1, "redirections are not followed anyway");
        case "no-log", "no-cookie-jar", "note", "prompt", "no-auto-encoding" ->
            story.unmapped(at + 1, "of no meaning here");
        default -> story.unmapped(at + 1, "an unknown tag");
      }
    }

    private void requestLine(String line) {
      var matcher = REQUEST.matcher(line);
      if (!matcher.matches() || (matcher.group(1) == null && !isAddress(line))) {
        story.unmapped(at + 1, "no request");
        return;
      }
      method = matcher.group(1) == null ? "GET" : matcher.group(1).toUpperCase(Locale.ROOT);
      address = matcher.group(2).strip();
      sayers.add(at + 1);
    }

    private static boolean isAddress(String line) {
      return line.matches("(?i)^(https?://|\\{\\{).*");
    }

    private void headers(DraftRequest draft) {
      for (; at < end; at++) {
        var line = lines.get(at);
        var header = HEADER.matcher(line.strip());
        if (line.isBlank()) {
          at++;
          return;
        }
        if (line.matches("^\\s+\\S.*") && draft.headers().isEmpty()) {
          address += line.strip();
          sayers.add(at + 1);
        } else if (line.strip().startsWith("#") || line.strip().startsWith("//")) {
          story.unmapped(at + 1, "a comment");
        } else if (header.matches()) {
          header(draft, header.group(1), header.group(2).strip());
        } else if (isSpecial(line.strip())) {
          return;
        } else {
          story.unmapped(at + 1, "no header");
        }
      }
    }

    private void header(DraftRequest draft, String name, String value) {
      if (RequestChecklist.isSetByItself(name)) {
        story.unmapped(at + 1, "a header that is set by itself");
      } else {
        draft.header(name, Marked.ofDoubleBraces(value));
        sayers.add(at + 1);
      }
    }

    private static boolean isSpecial(String line) {
      return line.startsWith(">") || line.startsWith("<") || line.startsWith("??");
    }

    private void rest(DraftRequest draft) {
      for (; at < end; at++) {
        var line = lines.get(at).strip();
        var status = STATUS.matcher(line);
        if (status.matches()) {
          draft.expect("status == " + status.group(1));
          story.mapped(at + 1, "an expected status");
        } else if (line.startsWith("??")) {
          story.unmapped(at + 1, "an assertion of another form");
        } else if (line.startsWith("> {%") || line.startsWith(">{%")) {
          handler(draft);
        } else if (line.startsWith(">") || line.startsWith("<>")) {
          story.unmapped(at + 1, "a file of an answer or a script");
        } else if (line.startsWith("< {%") || line.startsWith("<{%")) {
          script("a script before the request");
        } else if (line.startsWith("<") && !draft.contentType().startsWith("multipart/")) {
          file = new DraftRequest.Body.FromFile(path(line.replaceFirst("^<@?\\s*", "")));
          sayers.add(at + 1);
        } else {
          body.add(lines.get(at));
          if (!line.isEmpty()) {
            sayers.add(at + 1);
          }
        }
      }
    }

    private static String path(String written) {
      return written.replaceFirst("^\\./", "");
    }

    private void script(String what) {
      do {
        story.unmapped(at + 1, what);
      } while (!lines.get(at).contains("%}") && ++at < end);
    }

    private void handler(DraftRequest draft) {
      while (at < end) {
        var text = lines.get(at);
        var code = text.replaceFirst("^\\s*>\\s*\\{%", "").replace("%}", "");
        if (code.isBlank()) {
          story.mapped(at + 1, "the border of a script");
        } else {
          ScriptStory.tell(scripts.take(code), draft, at + 1, story);
        }
        if (text.contains("%}")) {
          return;
        }
        at++;
      }
    }

    private void body(DraftRequest draft) {
      var text = String.join("\n", body).strip();
      var sent = file;
      if (sent != null) {
        draft.body(sent);
      } else if (draft.contentType().startsWith("multipart/")) {
        var parts = PartsText.read(draft.writtenType(), body);
        refused = parts == null ? "the parts of its body are not plain" : null;
        draft.body(new DraftRequest.Body.Parts(parts == null ? List.of() : parts));
      } else if (!text.isEmpty()) {
        var marked = Marked.ofDoubleBraces(text);
        var fields = draft.contentType().contains("form-urlencoded") ? Forms.fields(marked) : null;
        draft.body(
            fields == null
                ? new DraftRequest.Body.Text(marked)
                : new DraftRequest.Body.Form(fields));
      }
    }
  }
}
