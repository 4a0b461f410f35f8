package dev.plimsoll.core.check.personal;

import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.Context;
import com.github.mangstadt.vinnie.io.SyntaxRules;
import com.github.mangstadt.vinnie.io.VObjectDataListener;
import com.github.mangstadt.vinnie.io.VObjectReader;
import com.github.mangstadt.vinnie.io.Warning;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Takes exports apart, by the end of their names: `.ics` and `.vcf`, `.csv` and `.tsv`, `.json`
/// and `.jsonl`; anything else line by line.
final class Exports {
  private Exports() {}

  static Piece.Source of(String name, String text) {
    var end = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return switch (end) {
      case "ics", "ical", "ifb" -> taker -> card(text, SyntaxRules.iCalendar(), taker);
      case "vcf", "vcard" -> taker -> card(text, SyntaxRules.vcard(), taker);
      case "csv", "tsv" -> taker -> table(text, taker);
      case "json", "jsonl", "ndjson", "geojson" -> taker -> json(text, taker);
      default -> taker -> lines(text, taker);
    };
  }

  private static void lines(String text, Piece.Taker taker) {
    var line = 0;
    for (var one : text.lines().toList()) {
      taker.take(new Piece(++line, "", one, false));
    }
  }

  private static void card(String text, SyntaxRules rules, Piece.Taker taker) throws IOException {
    try (var reader = new VObjectReader(new StringReader(text), rules)) {
      reader.setCaretDecodingEnabled(true);
      var listener = new Cards(taker);
      reader.parse(listener);
      if (listener.malformed > 0) {
        throw new IOException("line " + listener.malformed + " is no line of such a file");
      }
      if (!listener.began) {
        throw new IOException("it holds no BEGIN line");
      }
    }
  }

  private static final class Cards implements VObjectDataListener {
    private final Piece.Taker taker;
    private int malformed;
    private boolean began;

    Cards(Piece.Taker taker) {
      this.taker = taker;
    }

    @Override
    public void onComponentBegin(String name, Context context) {
      began = true;
    }

    @Override
    public void onComponentEnd(String name, Context context) {}

    @Override
    public void onProperty(VObjectProperty property, Context context) {
      var line = context.getLineNumber();
      var name = property.getName().toUpperCase(Locale.ROOT);
      var value = property.getValue().replace("\\n", "\n").replace("\\N", "\n");
      taker.take(new Piece(line, name, value.replace("\\,", ",").replace("\\;", ";"), false));
      for (var parameter : property.getParameters()) {
        var key = parameter.getKey() == null ? "" : parameter.getKey();
        parameter
            .getValue()
            .forEach(held -> taker.take(new Piece(line, name + ";" + key, held, false)));
      }
    }

    @Override
    public void onVersion(String value, Context context) {}

    @Override
    public void onWarning(
        Warning warning,
        @Nullable VObjectProperty property,
        @Nullable Exception cause,
        Context at) {
      if (warning == Warning.MALFORMED_LINE && malformed == 0) {
        malformed = at.getLineNumber();
      }
    }
  }

  private static void table(String text, Piece.Taker taker) throws IOException {
    var format = CSVFormat.DEFAULT.builder().setDelimiter(delimiter(text)).get();
    try (var parser = CSVParser.parse(text, format)) {
      String[] header = null;
      for (var record : parser) {
        if (header == null) {
          header = record.values();
        }
        var first = record.getRecordNumber() == 1;
        var line = first ? 1 : (int) parser.getCurrentLineNumber();
        for (var i = 0; i < record.size(); i++) {
          var field = first || i >= header.length ? "" : header[i].strip();
          taker.take(
              new Piece(line, field, record.get(i), first ? Piece.Kind.NAME : Piece.Kind.VALUE));
        }
      }
    } catch (UncheckedIOException malformed) {
      throw new IOException("a row of it cannot be read", malformed);
    }
  }

  private static char delimiter(String text) {
    var head = text.lines().findFirst().orElse("");
    var best = ',';
    for (var candidate : new char[] {';', '\t'}) {
      if (count(head, candidate) > count(head, best)) {
        best = candidate;
      }
    }
    return best;
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }

  private static void json(String text, Piece.Taker taker) throws IOException {
    var names = new ArrayDeque<String>();
    try (var parser = JsonFactory.builder().build().createParser(ObjectReadContext.empty(), text)) {
      var name = "";
      for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
        switch (token) {
          case START_OBJECT, START_ARRAY -> names.push(name);
          case END_OBJECT, END_ARRAY -> name = names.pop();
          case PROPERTY_NAME -> {
            name = parser.currentName();
            taker.take(
                new Piece(parser.currentTokenLocation().getLineNr(), "", name, Piece.Kind.NAME));
          }
          case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
              taker.take(
                  new Piece(
                      parser.currentTokenLocation().getLineNr(),
                      name,
                      parser.getString(),
                      token != JsonToken.VALUE_STRING));
          default -> {}
        }
      }
    } catch (JacksonException malformed) {
      var at = malformed.getLocation();
      throw new IOException("line " + (at == null ? 1 : at.getLineNr()) + " is no JSON", malformed);
    }
  }

  /// The names of `fields`, as they are compared.
  static String plain(String field) {
    return field.strip().toLowerCase(Locale.ROOT);
  }
}
