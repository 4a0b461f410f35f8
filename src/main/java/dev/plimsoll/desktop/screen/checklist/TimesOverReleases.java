package dev.plimsoll.desktop.screen.checklist;

import dev.plimsoll.core.StepTimes;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Times;
import dev.plimsoll.desktop.kit.chart.Millis;
import dev.plimsoll.desktop.kit.chart.ReleaseChart;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// How long this step's requests took in the last releases: a picture with its words, or the same
/// as a table. Takes no room where the step never measured any.
final class TimesOverReleases extends VBox {
  private final ReleaseChart chart = new ReleaseChart();
  private final Label words = Texts.text("", Style.SMALL);
  private final TableView<StepTimes> table = new TableView<>();
  private final ToggleButton asTable = new ToggleButton("As a table");
  private List<StepTimes> shown = List.of();

  TimesOverReleases(Times times) {
    getStyleClass().addAll("times-over-releases", Style.LINES);
    setId("times-over-releases");
    asTable.getStyleClass().addAll("small", Style.FLAT);
    asTable.setOnAction(_ -> choose());
    table.setAccessibleText("Times of this step over releases");
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.getColumns().add(column("Release", StepTimes::version));
    table.getColumns().add(column("Median", row -> Millis.of(row.measured().median())));
    table.getColumns().add(column("95 %", row -> Millis.of(row.measured().p95())));
    table.getColumns().add(column("Requests", row -> Texts.number(row.measured().count())));
    table.getColumns().add(column("Ended", row -> row.passed() ? "passed" : "did not pass"));
    table.getColumns().add(column("When", row -> times.ago(row.on())));
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var bar = new HBox(Texts.line("Times over releases", "field-name"), gap, asTable);
    bar.getStyleClass().addAll(Style.ROW, "output-bar");
    getChildren().addAll(bar, chart, words, table);
    setShown(this, false);
    choose();
  }

  private TableColumn<StepTimes, String> column(String name, Function<StepTimes, String> value) {
    var column = new TableColumn<StepTimes, String>(name);
    column.setCellValueFactory(
        row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue()).strip()));
    column.setSortable(false);
    column.setReorderable(false);
    return column;
  }

  private void choose() {
    var chosen = asTable.isSelected();
    setShown(chart, !chosen);
    setShown(words, !chosen);
    setShown(table, chosen);
  }

  /// @param all oldest first
  void show(List<StepTimes> all) {
    if (all.equals(shown)) {
      return;
    }
    shown = List.copyOf(all);
    setShown(this, !all.isEmpty());
    if (all.isEmpty()) {
      return;
    }
    var said = words(all);
    words.setText(said);
    chart.show(
        all.stream()
            .map(row ->
                new ReleaseChart.Point(
                    row.version(), row.measured().median(), row.measured().p95(), row.passed()))
            .toList(),
        said);
    table.getItems().setAll(all.reversed());
  }

  /// `1.5.0: half within 3.1 ms, 95 % within 8.0 ms. 1.4.2 before: 2.9 ms and 7.1 ms.`
  static String words(List<StepTimes> all) {
    var last = all.getLast();
    var now =
        last.version()
            + ": half within "
            + Millis.of(last.measured().median())
            + ", 95 % within "
            + Millis.of(last.measured().p95())
            + ".";
    if (all.size() == 1) {
      return now + " No other release has measured this step yet.";
    }
    var before = all.get(all.size() - 2);
    return now
        + " "
        + before.version()
        + " before: "
        + Millis.of(before.measured().median())
        + " and "
        + Millis.of(before.measured().p95())
        + ".";
  }

  private static void setShown(javafx.scene.Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }
}
