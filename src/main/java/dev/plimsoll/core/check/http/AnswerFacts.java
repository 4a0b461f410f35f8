package dev.plimsoll.core.check.http;

import dev.plimsoll.core.check.expect.Fact;
import dev.plimsoll.core.check.http.exchange.Answer;
import dev.plimsoll.core.check.http.exchange.Content;
import dev.plimsoll.core.check.http.exchange.ServerCertificate;
import dev.plimsoll.core.check.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What the queries of an expectation see of one answer.
///
/// @param micros until the end of the answer
/// @param now for how long a certificate still lasts
record AnswerFacts(Answer answer, long micros, Instant now) {

  /// What a query gave.
  sealed interface Seen {
    record Of(Fact fact) implements Seen {}

    /// @param why in the middle of a sentence: it is not there, or not what it should be
    record Missing(String why) implements Seen {}

    record Unknown(String why) implements Seen {}
  }

  Seen of(String query) {
    if (query.startsWith("header ")) {
      return header(query.substring("header ".length()));
    }
    if (query.startsWith("certificate ")) {
      return certificate(query.substring("certificate ".length()));
    }
    var content = answer.content();
    return switch (query) {
      case "status" -> whole(answer.status());
      case "url" -> text(answer.uri().toString());
      case "redirects" -> whole(answer.way().size() - 1L);
      case "duration" -> new Seen.Of(new Fact.Time(Duration.ofNanos(micros * 1000)));
      case "bytes" -> content.size() < 0 ? new Seen.Unknown(flaw(content)) : whole(content.size());
      case "sha256" -> content.isWhole() ? text(content.sha256()) : new Seen.Unknown(flaw(content));
      case "body" -> body(content);
      default -> throw new IllegalStateException("no query of an answer: " + query);
    };
  }

  private Seen body(Content content) {
    return switch (content.text(answer.header("Content-Type"))) {
      case Content.Reading.Text(var text) -> new Seen.Of(new Fact.Text(text, content.isWhole()));
      // what is packed in a way that is not read here may hold anything
      case Content.Reading.NoText _ when !content.isWhole() -> new Seen.Unknown(flaw(content));
      case Content.Reading.Unread(var sentence) -> new Seen.Unknown(inside(sentence));
      case Content.Reading.NoText(var sentence) -> new Seen.Missing(inside(sentence));
    };
  }

  private static String flaw(Content content) {
    return inside(String.valueOf(content.flaw()));
  }

  /// A sentence as the end of another.
  private static String inside(String sentence) {
    var bare = sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    return Character.toLowerCase(bare.charAt(0)) + bare.substring(1);
  }

  private Seen header(String name) {
    List<JsonValue> values =
        answer.headers().allValues(name).stream()
            .<JsonValue>map(value -> new JsonValue.Text(value, 1))
            .toList();
    return new Seen.Of(new Fact.Nodes(values, false));
  }

  private Seen certificate(String fact) {
    if (answer.certificates().isEmpty()) {
      return new Seen.Missing("there is no certificate: the answer came without TLS");
    }
    var certificate = ServerCertificate.of(answer.certificates().getFirst());
    return switch (fact) {
      case "subject" -> text(certificate.subject());
      case "issuer" -> text(certificate.issuer());
      case "names" -> text(String.join("\n", certificate.names()));
      case "expiresIn" -> new Seen.Of(new Fact.Time(certificate.left(now)));
      default -> throw new IllegalStateException("no query of a certificate: " + fact);
    };
  }

  private static Seen whole(long number) {
    return new Seen.Of(new Fact.Whole(number));
  }

  private static Seen text(String text) {
    return new Seen.Of(new Fact.Text(text, true));
  }
}
