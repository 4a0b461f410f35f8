package dev.plimsoll.desktop.screen.audit;

import dev.plimsoll.core.model.Recipe;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// A recipe in the making: every part of it as a person changes it. What it says as a whole is
/// [RecipeText].
final class RecipeDraft {
  /// What stands for the hash before the first entry.
  enum Start {
    NULL("JSON null"),
    EMPTY("an empty text"),
    ZEROS("64 zeros"),
    TEXT("a text"),
    SHA256("the SHA-256 of a text");

    private final String words;

    Start(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  /// What is hashed.
  enum Whole {
    ENTRY("the entry without some members"),
    FIELDS("some members, joined"),
    WRAPPER("a wrapper around the entry"),
    RAW_LINE("the line as it lies");

    private final String words;

    Whole(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  /// Where the previous hash stands in what is hashed.
  enum Where {
    INSIDE("inside", "inside, as its member"),
    PREFIX("prefix", "before the entry"),
    SUFFIX("suffix", "behind the entry");

    private final String word;
    private final String words;

    Where(String word, String words) {
      this.word = word;
      this.words = words;
    }

    /// As in a recipe file.
    String word() {
      return word;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  static final String HMAC = "HMAC-SHA-256";
  static final List<String> ALGORITHMS = List.of("SHA-256", "SHA-512", "SHA3-256", HMAC);
  static final String ZEROS = "0".repeat(64);

  final StringProperty id = text();
  final StringProperty title = text();
  final StringProperty hashField = text();
  final StringProperty prevField = text();
  final StringProperty seqField = text();
  final StringProperty seqStart = text();
  final ObjectProperty<Start> genesis = new SimpleObjectProperty<>(Start.NULL);
  final StringProperty genesisText = text();
  final ObjectProperty<Whole> body = new SimpleObjectProperty<>(Whole.ENTRY);
  final StringProperty minus = text();
  final StringProperty fields = text();
  final StringProperty wrapperPrev = text();
  final StringProperty wrapperPayload = text();
  final ObjectProperty<Where> position = new SimpleObjectProperty<>(Where.INSIDE);
  final StringProperty delimiter = text();
  final ObjectProperty<String> canonical =
      new SimpleObjectProperty<>(Recipe.Canonical.PY_COMPACT_ASCII.word());
  final ObjectProperty<String> algorithm = new SimpleObjectProperty<>("SHA-256");
  final StringProperty secret = text();
  final StringProperty textPrefix = text();
  final StringProperty truncate = text();

  private static StringProperty text() {
    return new SimpleStringProperty("");
  }

  /// Everything that changes what the recipe says.
  Observable[] parts() {
    return new Observable[] {
      id,
      title,
      hashField,
      prevField,
      seqField,
      seqStart,
      genesis,
      genesisText,
      body,
      minus,
      fields,
      wrapperPrev,
      wrapperPayload,
      position,
      delimiter,
      canonical,
      algorithm,
      secret,
      textPrefix,
      truncate
    };
  }

  /// Begins with what a recipe says.
  void startFrom(Recipe recipe) {
    id.set(recipe.name().replace('/', '-'));
    title.set(recipe.title());
    hashField.set(orEmpty(recipe.fields().hash()));
    prevField.set(orEmpty(recipe.fields().prev()));
    var seq = recipe.fields().seq();
    seqField.set(seq == null ? "" : seq.name());
    seqStart.set(seq == null ? "" : String.valueOf(seq.start()));
    startFrom(recipe.genesis());
    startFrom(recipe.body());
    canonical.set(recipe.canonical().word());
    switch (recipe.algorithm()) {
      case Recipe.Algorithm.Digest digest -> algorithm.set(digest.name());
      case Recipe.Algorithm.HmacSha256 hmac -> {
        algorithm.set(HMAC);
        secret.set(hmac.secret());
      }
    }
    textPrefix.set(recipe.textPrefix());
    truncate.set(recipe.truncate() == null ? "" : String.valueOf(recipe.truncate()));
  }

  private void startFrom(Recipe.Genesis start) {
    genesisText.set("");
    switch (start) {
      case Recipe.Genesis.Null _ -> genesis.set(Start.NULL);
      case Recipe.Genesis.Literal literal -> {
        var text = literal.text();
        genesis.set(text.isEmpty() ? Start.EMPTY : text.equals(ZEROS) ? Start.ZEROS : Start.TEXT);
        genesisText.set(genesis.get() == Start.TEXT ? text : "");
      }
      case Recipe.Genesis.Sha256Of hashed -> {
        genesis.set(Start.SHA256);
        genesisText.set(hashed.text());
      }
    }
  }

  private void startFrom(Recipe.Body whole) {
    switch (whole) {
      case Recipe.Body.Entry entry -> {
        body.set(Whole.ENTRY);
        minus.set(String.join(", ", entry.minus()));
        position.set(Where.valueOf(entry.prev().name()));
        delimiter.set(entry.delimiter());
      }
      case Recipe.Body.FieldList list -> {
        body.set(Whole.FIELDS);
        fields.set(String.join(", ", list.fields()));
        delimiter.set(list.delimiter());
      }
      case Recipe.Body.Wrapper wrapper -> {
        body.set(Whole.WRAPPER);
        wrapperPrev.set(wrapper.prevKey());
        wrapperPayload.set(wrapper.payloadKey());
        minus.set(String.join(", ", wrapper.minus()));
      }
      case Recipe.Body.RawLine _, Recipe.Body.OwnLog _ -> body.set(Whole.RAW_LINE);
    }
  }

  private static String orEmpty(@org.jspecify.annotations.Nullable String text) {
    return text == null ? "" : text;
  }
}
