package dev.plimsoll.core.check.http;

import dev.plimsoll.core.check.Redactor;
import dev.plimsoll.core.check.http.exchange.Answer;
import dev.plimsoll.core.check.http.exchange.Content;
import dev.plimsoll.core.check.http.exchange.Misfortune;
import dev.plimsoll.core.check.http.exchange.Outgoing;
import dev.plimsoll.core.check.http.exchange.Parts;
import dev.plimsoll.core.check.http.exchange.Payload;
import java.net.URI;
import java.util.Locale;
import java.util.stream.Collectors;

/// One exchange as it is kept: request and answer in the form of a `.http` file, with every key and
/// every secret masked, and bodies cut at 64 KiB.
///
/// @param redactor knows every secret that came up in the attempt
record ExchangeText(Outgoing request, Tried tried, Redactor redactor) {
  private static final int MOST_SHOWN = 64 << 10;

  /// Beyond it, room for a secret that may begin before the end of what is shown, whoever gives it
  /// away.
  private static final int SPARE = 64 << 10;

  private static final String MASK = "[not kept]";

  /// With as much of the body as its text may need.
  static Tried shortened(Tried tried) {
    if (!(tried.reply() instanceof Answer answer)) {
      return tried;
    }
    var content = answer.content();
    var head = content.head(MOST_SHOWN + Math.max(SPARE, tried.redactor().longestSecret() + 1));
    return head == content
        ? tried
        : new Tried(
            tried.number(),
            new Answer(
                answer.status(), answer.headers(), head, answer.way(), answer.certificates()),
            tried.micros(),
            tried.verdicts(),
            tried.redactor());
  }

  String text() {
    var text = new StringBuilder();
    text.append(request.method()).append(' ').append(request.uri()).append('\n');
    request.fields().forEach(field -> header(field.name(), field.value(), text));
    payload(text);
    text.append("\n");
    switch (tried.reply()) {
      case Misfortune misfortune ->
          text.append("# no answer: ").append(misfortune.sentence()).append('\n');
      case Answer answer -> answer(answer, text);
    }
    return redactor.redact(text.toString());
  }

  private void payload(StringBuilder text) {
    switch (request.payload()) {
      case Payload.None _ -> {}
      case Parts(var boundary, var parts) -> {
        var several = new StringBuilder();
        parts.forEach(part -> part(boundary, part, several));
        several.append("--").append(boundary).append("--");
        text.append('\n').append(cut(masked(several.toString()))).append('\n');
      }
      case Payload.Text(var body) -> text.append('\n').append(cut(masked(body))).append('\n');
      case Payload.OfFile(var file) -> text.append("\n< ").append(file.getFileName()).append('\n');
    }
  }

  private static void part(String boundary, Parts.Part part, StringBuilder text) {
    text.append("--").append(boundary).append('\n');
    text.append(part.head().replace("\r\n", "\n")).append("\n\n");
    switch (part.content()) {
      case Payload.Text(var body) -> text.append(body);
      case Payload.OfFile(var file) -> text.append("< ").append(file.getFileName());
      case Payload.None _, Parts _ -> {}
    }
    text.append('\n');
  }

  private void answer(Answer answer, StringBuilder text) {
    if (answer.way().size() > 1) {
      text.append("# redirected: ")
          .append(answer.way().stream().map(URI::toString).collect(Collectors.joining(" -> ")))
          .append('\n');
    }
    text.append("HTTP ").append(answer.status()).append('\n');
    answer
        .headers()
        .map()
        .forEach((name, values) -> values.forEach(value -> header(name, value, text)));
    var content = answer.content();
    text.append('\n').append(body(content)).append('\n');
    text.append("# ")
        .append(tried.micros())
        .append(" microseconds, ")
        .append(content.size() < 0 ? "not counted" : content.size() + " bytes")
        .append(content.flaw() == null ? "" : "; " + content.flaw())
        .append('\n');
  }

  /// Where not all of it is looked at, its end may be the beginning of a secret, and is left out.
  private String body(Content content) {
    var spare = redactor.longestSecret();
    var masked = masked(content.shown(MOST_SHOWN + spare));
    return content.kept() <= MOST_SHOWN + spare && content.kept() == content.size()
        ? cut(masked)
        : head(masked.substring(0, Math.max(0, masked.length() - spare)));
  }

  private String masked(String text) {
    return redactor.redact(text);
  }

  private static String cut(String text) {
    return text.length() <= MOST_SHOWN ? text : head(text);
  }

  private static String head(String text) {
    return text.substring(0, Math.min(MOST_SHOWN, text.length())) + "\n[cut off here]";
  }

  /// A header that carries somebody's key is masked, whether the key is known as a secret or not.
  private static void header(String name, String value, StringBuilder text) {
    var isKey = Resolving.KEYS.matcher(name.toLowerCase(Locale.ROOT)).matches();
    text.append(name).append(": ").append(isKey ? MASK : value).append('\n');
  }
}
