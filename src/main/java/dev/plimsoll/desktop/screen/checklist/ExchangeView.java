package dev.plimsoll.desktop.screen.checklist;

import dev.plimsoll.core.check.http.Http;
import dev.plimsoll.core.check.http.request.Entry;
import dev.plimsoll.core.model.Attempt;
import dev.plimsoll.core.model.Evidence;
import dev.plimsoll.core.run.Output;
import dev.plimsoll.core.run.StepView;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// What a step sent and what came back, as it was kept: readable beside the step, without secrets.
/// Of many requests the first, the last and the failed ones can be chosen. Takes no room where
/// nothing was kept.
final class ExchangeView extends VBox {
  /// Reads a kept file in the background.
  interface Reader {
    void read(Evidence file, java.util.function.Consumer<List<String>> then);
  }

  private final Reader reader;
  private final ObservableList<Output.Line> lines = FXCollections.observableArrayList();
  private final ListView<Output.Line> list = new ListView<>(lines);
  private final Label name = Texts.line("Sent and received", "field-name");
  private final ComboBox<Evidence> choice = new ComboBox<>();
  private final Button curl = new Button("Copy as curl");
  private List<Evidence> offered = List.of();
  private @Nullable Exchange exchange;
  private Map<String, String> written = Map.of();

  ExchangeView(Reader reader) {
    this.reader = reader;
    getStyleClass().addAll("output", "exchange");
    setId("exchange");
    list.getStyleClass().addAll("output-lines", Style.MONO);
    list.setCellFactory(_ -> new OutputView.LineCell());
    list.setAccessibleText("What was sent and what came");
    choice.setAccessibleText("Which exchange");
    choice.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable Evidence file) {
            return file == null ? "" : "Request " + Texts.number(Exchange.number(file.name()));
          }

          @Override
          public @Nullable Evidence fromString(String text) {
            return null;
          }
        });
    choice.setOnAction(_ -> load());
    curl.getStyleClass().addAll("small", Style.FLAT);
    curl.setOnAction(_ -> copy());
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var bar = new HBox(name, choice, gap, curl);
    bar.getStyleClass().addAll(Style.ROW, "output-bar");
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(bar, list);
    setShown(false);
  }

  void show(StepView view) {
    name.setText(
        StepActions.isRunning(view) ? "Sent and received in the earlier try" : "Sent and received");
    var kept =
        view.state()
            .lastAttempt()
            .map(Attempt::ending)
            .map(ending -> ending == null ? List.<Evidence>of() : exchanges(ending.evidence()))
            .orElse(List.of());
    if (kept.equals(offered)) {
      return;
    }
    offered = kept;
    exchange = null;
    lines.clear();
    setShown(!kept.isEmpty());
    choice.setVisible(kept.size() > 1);
    choice.setManaged(kept.size() > 1);
    written = written(view);
    // the failed ones are kept beside the first: whoever looks at a failure sees one of them
    choice.getItems().setAll(kept);
    if (!kept.isEmpty()) {
      choice.setValue(view.standing().isPass() || kept.size() == 1 ? kept.getFirst() : kept.get(1));
    }
  }

  /// Shows one of them, where it was kept.
  void choose(long number) {
    offered.stream()
        .filter(file -> Exchange.number(file.name()) == number)
        .findFirst()
        .ifPresent(choice::setValue);
  }

  private static List<Evidence> exchanges(List<Evidence> files) {
    return files.stream()
        .filter(file -> Exchange.number(file.name()) > 0)
        .sorted(Comparator.comparingLong(file -> Exchange.number(file.name())))
        .toList();
  }

  private static Map<String, String> written(StepView view) {
    return view.step().verb() instanceof Http http
        ? http.request().headers().stream()
            .collect(Collectors.toMap(Entry::name, Entry::value, (one, _) -> one))
        : Map.of();
  }

  private void load() {
    var file = choice.getValue();
    if (file == null) {
      return;
    }
    reader.read(
        file,
        text -> {
          if (file.equals(choice.getValue())) {
            exchange = Exchange.of(text);
            curl.setText("Copy as curl");
            lines.setAll(text.stream().map(ExchangeView::line).toList());
            list.scrollTo(0);
          }
        });
  }

  private static Output.Line line(String text) {
    if (text.startsWith("# no answer: ")) {
      return new Output.Line("err", text.substring(2));
    }
    return text.startsWith("# ")
        ? new Output.Line("note", text.substring(2))
        : new Output.Line(text.startsWith("HTTP ") ? "strong" : "out", text);
  }

  private void copy() {
    var now = exchange;
    if (now != null) {
      var content = new ClipboardContent();
      content.putString(CurlText.of(now, written));
      Clipboard.getSystemClipboard().setContent(content);
      curl.setText("Copied");
    }
  }

  private void setShown(boolean shown) {
    setVisible(shown);
    setManaged(shown);
  }
}
