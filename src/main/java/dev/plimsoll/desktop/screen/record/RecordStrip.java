package dev.plimsoll.desktop.screen.record;

import dev.plimsoll.core.record.ReleaseRecord;
import dev.plimsoll.desktop.kit.CopyField;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Times;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// The column at the right: exceptions, how to verify without this program, what the record is
/// about, who signed.
final class RecordStrip extends VBox {
  private final Times times;

  RecordStrip(Times times) {
    this.times = times;
  }

  void show(OpenedRecord opened) {
    getChildren().clear();
    var record = opened.record();
    if (record != null && !record.exceptions().isEmpty()) {
      getChildren().add(exceptions(record));
    }
    getChildren()
        .add(
            part(
                "Verify without Plimsoll",
                List.of(
                    new CopyField(
                        "Commands to verify the record", Commands.of(opened.signatures())),
                    Texts.secondary(
                        "Unpack the bundle, put your own allowed_signers beside it, and paste."
                            + " Every line has to say “Good”."))));
    if (record == null) {
      return;
    }
    getChildren().add(part("People", RecordParts.people(record, times)));
    getChildren().add(about(record, opened.sha256()));
    if (!record.identity().properties().isEmpty()) {
      getChildren()
          .add(
              part(
                  "Properties",
                  record.identity().properties().stream()
                      .map(property -> Texts.text(property, Style.MONO))
                      .toList()));
    }
  }

  private static Node exceptions(ReleaseRecord record) {
    return part(
        "Exceptions",
        record.exceptions().stream()
            .map(exempted ->
                Texts.text(
                    exempted.step() + " · " + exempted.kind() + ": “" + exempted.reason() + "”"))
            .toList());
  }

  private static Node about(ReleaseRecord record, String sha256) {
    var lines = new ArrayList<Node>();
    for (var subject : record.identity().subjects()) {
      lines.add(Texts.text(subject.name(), Style.STRONG));
      lines.add(
          Texts.text(subject.algorithm() + " " + Texts.shortDigest(subject.digest()), Style.MONO));
    }
    lines.add(Texts.text("The record itself", Style.STRONG));
    lines.add(new CopyField("SHA-256 of the record", sha256));
    return part("About", lines);
  }

  private static VBox part(String name, List<? extends Node> lines) {
    var part = new VBox(Texts.stripHeading(name));
    part.getChildren().addAll(lines);
    part.getStyleClass().add("strip-part");
    return part;
  }
}
