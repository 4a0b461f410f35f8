package dev.plimsoll.core.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.audit.Event;
import dev.plimsoll.core.history.HistoryExport.Format;
import dev.plimsoll.core.history.HistoryExport.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HistoryExportTest {
  @TempDir Path folder;

  private HistoryDesk desk;

  @BeforeEach
  void writeSomething() {
    desk = new HistoryDesk(folder);
    new Walked(desk.log(), "r1", "1.0.0")
        .open()
        .conclude("tests", 1, "PASSED", "=1+1, \"all\" passed");
    new Walked(desk.log(), "r2", "1.1.0")
        .open()
        .released(
            Event.RECORD_SIGNED,
            Map.of("sha256", "3".repeat(64), "outcome", "READY", "signers", List.of("ada", "bo")));
  }

  @AfterEach
  void closeHistory() {
    desk.close();
  }

  @Test
  void runsAsJsonAreOneObjectToALine() throws Exception {
    var lines = written(Table.RUNS, Format.JSON).lines().toList();

    assertThat(lines).hasSize(4).startsWith("[").endsWith("]");
    assertThat(lines.get(1))
        .startsWith("{\"checklist\":{\"id\":\"pre-release\"")
        .contains(
            "\"counts\":{\"NOT_RUN\":3}",
            "\"run\":\"r2\"",
            "\"openedOn\":\"2026-03-01T09:30:00.000Z\"")
        .endsWith("},");
  }

  @Test
  void recordsAsCsvHaveALineOfNamesAndEndInCrLf() throws Exception {
    assertThat(written(Table.RECORDS, Format.CSV))
        .isEqualTo(
            "n,project,product,version,sha256,outcome,bundle,signers,signedOn,seq\r\n"
                + "1,lantern,Lantern,1.1.0,"
                + "3".repeat(64)
                + ",READY,,ada bo,2026-03-01T09:30:00.000Z,4\r\n");
  }

  @Test
  void aTextThatASpreadsheetWouldRunIsMadeHarmlessAndQuoted() throws Exception {
    assertThat(written(Table.STEPS, Format.CSV)).contains(",\"'=1+1, \"\"all\"\" passed\",");
  }

  @Test
  void everyStepNamesItsRun() throws Exception {
    assertThat(
            written(Table.STEPS, Format.JSON)
                .lines()
                .filter(line -> line.contains("\"run\":\"r1\"")))
        .hasSize(3);
  }

  @Test
  void nothingIsAnEmptyArray() throws Exception {
    var out = new StringBuilder();
    var rows =
        new HistoryExport(desk.history())
            .write(Table.RELEASES, Format.JSON, HistoryFilter.ofProject("none"), out);

    assertThat(rows).isZero();
    assertThat(out).hasToString("[]\n");
  }

  private String written(Table table, Format format) throws Exception {
    var out = new StringBuilder();
    new HistoryExport(desk.history()).write(table, format, HistoryFilter.ALL, out);
    return out.toString();
  }
}
