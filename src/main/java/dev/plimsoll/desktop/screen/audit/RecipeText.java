package dev.plimsoll.desktop.screen.audit;

import java.util.Arrays;
import java.util.stream.Collectors;

/// A draft as the text of a recipe file (docs/formats/foreign-chains.md). Whether it makes sense is
/// for the reader of recipes to say. Pure.
final class RecipeText {
  private final RecipeDraft draft;
  private final StringBuilder out = new StringBuilder();

  private RecipeText(RecipeDraft draft) {
    this.draft = draft;
  }

  static String of(RecipeDraft draft) {
    return new RecipeText(draft).write();
  }

  private String write() {
    line("schema", "plimsoll/recipe/v1");
    line("id", quoted(draft.id.get().strip()));
    line("title", quoted(draft.title.get().strip()));
    var raw = draft.body.get() == RecipeDraft.Whole.RAW_LINE;
    if (!raw) {
      optional("hashField", draft.hashField.get());
    }
    optional("prevField", draft.prevField.get());
    if (!draft.seqField.get().isBlank()) {
      var start = draft.seqStart.get().strip();
      line(
          "seqField",
          "{name: "
              + quoted(draft.seqField.get().strip())
              + ", start: "
              + (start.isEmpty() ? "0" : start)
              + "}");
    }
    line("genesis", genesis());
    line("body", body());
    if (draft.body.get() == RecipeDraft.Whole.ENTRY
        && draft.position.get() != RecipeDraft.Where.INSIDE) {
      line("prevPosition", draft.position.get().word());
    }
    if (isDelimited() && !draft.delimiter.get().isEmpty()) {
      line("delimiter", quoted(draft.delimiter.get()));
    }
    line("canonical", raw ? "raw-line" : draft.canonical.get());
    line("algorithm", draft.algorithm.get());
    if (draft.algorithm.get().equals(RecipeDraft.HMAC)) {
      line("keySource", "{secret: " + quoted(draft.secret.get().strip()) + "}");
    }
    optional("textPrefix", draft.textPrefix.get());
    if (!draft.truncate.get().isBlank()) {
      line("truncate", draft.truncate.get().strip());
    }
    return out.toString();
  }

  private boolean isDelimited() {
    return draft.body.get() == RecipeDraft.Whole.FIELDS
        || (draft.body.get() == RecipeDraft.Whole.ENTRY
            && draft.position.get() != RecipeDraft.Where.INSIDE);
  }

  private String genesis() {
    return switch (draft.genesis.get()) {
      case NULL -> "null";
      case EMPTY -> "\"\"";
      case ZEROS -> quoted(RecipeDraft.ZEROS);
      case TEXT -> quoted(draft.genesisText.get());
      case SHA256 -> "{sha256: " + quoted(draft.genesisText.get()) + "}";
    };
  }

  private String body() {
    return switch (draft.body.get()) {
      case ENTRY -> "{minus: " + list(draft.minus.get()) + "}";
      case FIELDS -> "{fields: " + list(draft.fields.get()) + "}";
      case WRAPPER ->
          "{wrapper: {prev: "
              + quoted(draft.wrapperPrev.get().strip())
              + ", payload: "
              + quoted(draft.wrapperPayload.get().strip())
              + "}, minus: "
              + list(draft.minus.get())
              + "}";
      case RAW_LINE -> "raw-line";
    };
  }

  private static String list(String names) {
    return Arrays.stream(names.split(","))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .map(RecipeText::quoted)
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private void optional(String key, String value) {
    if (!value.isBlank()) {
      line(key, quoted(value.strip()));
    }
  }

  private void line(String key, String value) {
    out.append(key).append(": ").append(value).append('\n');
  }

  /// As YAML reads it back, whatever stands in it.
  private static String quoted(String text) {
    if (text.matches("[A-Za-z_][A-Za-z0-9_.-]*") && !text.matches("(?i)null|true|false|yes|no")) {
      return text;
    }
    var quoted = new StringBuilder("\"");
    text.chars()
        .forEach(unit -> {
          switch (unit) {
            case '"' -> quoted.append("\\\"");
            case '\\' -> quoted.append("\\\\");
            default -> {
              if (unit < 0x20 || unit == 0x7f || Character.isSurrogate((char) unit)) {
                quoted.append(String.format(java.util.Locale.ROOT, "\\u%04x", unit));
              } else {
                quoted.append((char) unit);
              }
            }
          }
        });
    return quoted.append('"').toString();
  }
}
