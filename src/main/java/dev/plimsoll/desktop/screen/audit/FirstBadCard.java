package dev.plimsoll.desktop.screen.audit;

import dev.plimsoll.core.audit.report.FirstBad;
import dev.plimsoll.desktop.kit.Fact;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// The first bad entry: where it is, and what stands there beside what should.
final class FirstBadCard extends VBox {
  FirstBadCard(FirstBad bad) {
    super(Texts.text("First bad entry", Style.CARD_TITLE));
    getStyleClass().add(Style.CARD);
    setId("first-bad");
    var facts = new ArrayList<Fact>();
    facts.add(new Fact("Entry, from 0", number(bad.entry()), Style.STRONG));
    if (bad.line() >= 0) {
      facts.add(new Fact("Line, from 1", number(bad.line()), Style.STRONG));
    }
    if (bad.offset() >= 0) {
      facts.add(new Fact("Byte", number(bad.offset()), Style.STRONG));
    }
    facts.add(new Fact("Code", bad.code(), Style.MONO));
    var row = new FlowPane();
    row.getChildren().addAll(List.copyOf(facts));
    row.getStyleClass().add("bad-facts");
    getChildren().add(row);
    if (!bad.found().isEmpty() || !bad.expected().isEmpty()) {
      var compared = new SideBySide();
      compared.show(bad.found(), bad.expected());
      getChildren().add(compared);
    }
    setAccessibleText("First bad entry: " + bad.place());
  }

  private static String number(long value) {
    return String.format(Locale.ENGLISH, "%,d", value);
  }
}
