package dev.plimsoll.desktop.screen.audit;

import dev.plimsoll.core.model.Recipe;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import java.util.Arrays;
import java.util.List;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The parts of a recipe as fields, bound to its draft; what does not apply is not shown.
final class RecipeForm extends VBox {
  private final RecipeDraft draft;
  private final TextField first;

  RecipeForm(RecipeDraft draft) {
    this.draft = draft;
    getStyleClass().addAll("recipe-form", "page-body");
    first = field("hash", draft.hashField, "hash");
    var raw = draft.body.isEqualTo(RecipeDraft.Whole.RAW_LINE);
    getChildren()
        .addAll(
            part(
                "What is hashed",
                choice("body", draft.body, List.of(RecipeDraft.Whole.values())),
                when(
                    draft
                        .body
                        .isEqualTo(RecipeDraft.Whole.ENTRY)
                        .or(draft.body.isEqualTo(RecipeDraft.Whole.WRAPPER)),
                    labelled("Without the members", field("minus", draft.minus, "hash"))),
                when(
                    draft.body.isEqualTo(RecipeDraft.Whole.FIELDS),
                    labelled("Members, in order", field("fields", draft.fields, "prev, seq, ts"))),
                when(draft.body.isEqualTo(RecipeDraft.Whole.WRAPPER), wrapper()),
                when(
                    draft.body.isEqualTo(RecipeDraft.Whole.ENTRY),
                    labelled(
                        "Previous hash",
                        choice("position", draft.position, List.of(RecipeDraft.Where.values())))),
                when(
                    isDelimited(), labelled("Delimiter", field("delimiter", draft.delimiter, "")))),
            part(
                "Members of an entry",
                when(raw.not(), labelled("Its own hash", first)),
                labelled("The hash before it", field("prev", draft.prevField, "prev_hash")),
                beside(
                    labelled("Its number", field("seq", draft.seqField, "none")),
                    labelled("from", field("seq-start", draft.seqStart, "0")))),
            part(
                "Before the first entry",
                choice("genesis", draft.genesis, List.of(RecipeDraft.Start.values())),
                when(
                    draft
                        .genesis
                        .isEqualTo(RecipeDraft.Start.TEXT)
                        .or(draft.genesis.isEqualTo(RecipeDraft.Start.SHA256)),
                    field("genesis-text", draft.genesisText, "GENESIS"))),
            part(
                "Spelling and hash",
                when(
                    raw.not(),
                    labelled(
                        "Spelling of JSON", choice("canonical", draft.canonical, canonicals()))),
                labelled("Algorithm", choice("algorithm", draft.algorithm, RecipeDraft.ALGORITHMS)),
                when(
                    draft.algorithm.isEqualTo(RecipeDraft.HMAC),
                    labelled(
                        "Secret with the key, by name",
                        field("secret", draft.secret, "AUDIT_HMAC_KEY"))),
                beside(
                    labelled("Before digits", field("prefix", draft.textPrefix, "sha256:")),
                    labelled("Digits kept", field("truncate", draft.truncate, "all")))),
            part(
                "Its name",
                labelled("Name of the file", field("id", draft.id, "orders-chain")),
                labelled("In a line", field("title", draft.title, ""))));
  }

  /// What gets the keyboard first.
  Node first() {
    return first;
  }

  private BooleanExpression isDelimited() {
    return draft
        .body
        .isEqualTo(RecipeDraft.Whole.FIELDS)
        .or(
            draft
                .body
                .isEqualTo(RecipeDraft.Whole.ENTRY)
                .and(draft.position.isNotEqualTo(RecipeDraft.Where.INSIDE)));
  }

  private Node wrapper() {
    return beside(
        labelled("Previous hash as", field("wrapper-prev", draft.wrapperPrev, "prev")),
        labelled("Entry as", field("wrapper-payload", draft.wrapperPayload, "payload")));
  }

  private static List<String> canonicals() {
    return Arrays.stream(Recipe.Canonical.values())
        .filter(each -> each != Recipe.Canonical.RAW_LINE)
        .map(Recipe.Canonical::word)
        .toList();
  }

  private static TextField field(String id, StringProperty value, String prompt) {
    var field = new TextField();
    field.setId("recipe-" + id);
    field.setPromptText(prompt);
    field.setPrefColumnCount(8);
    field.textProperty().bindBidirectional(value);
    return field;
  }

  private static <T> ComboBox<T> choice(String id, ObjectProperty<T> value, List<T> all) {
    var box = new ComboBox<T>();
    box.getItems().setAll(all);
    box.setId("recipe-" + id);
    box.setMaxWidth(Double.MAX_VALUE);
    box.valueProperty().bindBidirectional(value);
    return box;
  }

  private static Node labelled(String words, Node control) {
    var label = Texts.line(words, "field-name");
    label.setLabelFor(control);
    control.setAccessibleText(words);
    var both = new VBox(label, control);
    both.getStyleClass().add("form-line");
    return both;
  }

  private static Node beside(Node left, Node right) {
    var row = new HBox(left, right);
    row.getStyleClass().add(Style.ROW);
    HBox.setHgrow(left, Priority.ALWAYS);
    HBox.setHgrow(right, Priority.SOMETIMES);
    return row;
  }

  private static Node when(BooleanExpression condition, Node node) {
    node.visibleProperty().bind(condition);
    node.managedProperty().bind(condition);
    return node;
  }

  private static VBox part(String title, Node... lines) {
    var part = new VBox(Texts.line(title, Style.STRONG));
    part.getChildren().addAll(lines);
    part.getStyleClass().add("form-part");
    return part;
  }
}
