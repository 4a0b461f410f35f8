package dev.plimsoll.desktop.screen.checklist;

import dev.plimsoll.core.model.Sample;
import dev.plimsoll.core.run.Series;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.chart.Sparkline;
import java.util.function.LongConsumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What a step gets back while it asks a service: all of it as a picture and in figures, the last
/// ones as rows; those that failed are kept at hand. The work of a look does not grow with the
/// number of responses.
final class ResponsesView extends VBox {
  private static final String TALL = "tall";

  private final Label count = Texts.line("", Style.SMALL);
  private final Label spread = Texts.text("", Style.SMALL);
  private final Sparkline sparkline = new Sparkline();
  private final ToggleButton onlyFailed = new ToggleButton("Only failed");
  private final ObservableList<Sample> rows = FXCollections.observableArrayList();
  private final ListView<Sample> list = new ListView<>(rows);
  private Series series = Series.NONE;
  private long most;

  /// @param chosen told the number of the response that a person chooses
  ResponsesView(LongConsumer chosen) {
    getStyleClass().addAll("responses", "output");
    setId("responses");
    list.getStyleClass().addAll("output-lines", Style.MONO);
    list.setCellFactory(_ -> new SampleCell(onlyFailed::isSelected));
    list.setAccessibleText("Responses");
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, now) -> {
          if (now != null) {
            chosen.accept(now.number());
          }
        });
    list.setPlaceholder(Texts.secondary("None."));
    onlyFailed.getStyleClass().addAll("small", Style.FLAT);
    onlyFailed.setOnAction(_ -> showRows());
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var bar = new HBox(Texts.line("Responses", "field-name"), count, gap, onlyFailed);
    bar.getStyleClass().addAll(Style.ROW, "output-bar");
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(bar, sparkline, spread, list);
  }

  /// @param expected how many there will be at most, 0 where that is not known
  void show(Series now, long expected) {
    if (now.equals(series) && expected == most) {
      return;
    }
    most = expected;
    var begins = now.count() < series.count() || series.isEmpty();
    series = now;
    if (begins) {
      onlyFailed.setSelected(false);
    }
    count.setText(SeriesWords.count(now.count(), now.failed(), expected));
    spread.setText(SeriesWords.spread(now));
    sparkline.show(
        now.stretches().stream()
            .map(each -> new Sparkline.Bar(each.fastest(), each.slowest(), each.failed()))
            .toList(),
        SeriesWords.aloud(now));
    onlyFailed.setDisable(now.failed() == 0);
    showRows();
  }

  private void showRows() {
    // every row has one height, so that a thousand of them cost nothing: two lines among failures
    var tall = onlyFailed.isSelected();
    if (list.getStyleClass().contains(TALL) != tall) {
      if (tall) {
        list.getStyleClass().add(TALL);
      } else {
        list.getStyleClass().remove(TALL);
      }
      list.refresh();
    }
    rows.setAll(onlyFailed.isSelected() ? series.rows().failures() : series.rows().latest());
    // whoever points at a row reads it
    if (!rows.isEmpty() && !onlyFailed.isSelected() && !list.isHover()) {
      list.scrollTo(rows.size() - 1);
    }
  }

  /// As many rows as are kept, however many responses there were.
  int shown() {
    return rows.size();
  }
}
