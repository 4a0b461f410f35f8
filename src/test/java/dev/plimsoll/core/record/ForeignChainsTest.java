package dev.plimsoll.core.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.model.ChainHead;
import dev.plimsoll.core.record.ReleaseRecord.LogPosition;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How far audit chains of other systems went, as a record says it.
class ForeignChainsTest {
  private static final ChainHead OPS = new ChainHead("ops", "aetherlink", 1204, "5f".repeat(32));
  private static final ChainHead PAY =
      new ChainHead("pay", "prefixed", 7, "sha256:" + "0a".repeat(32));

  @TempDir Path folder;

  private ReleaseRecord record(ChainHead... chains) {
    var desk = new RecordDesk(folder);
    var request = RecordSamples.request(desk, desk.release(), desk.olgaSigns());
    var matter = request.matter();
    var lineage = matter.lineage();
    var other =
        new SealingRequest(
            new SealingRequest.Matter(
                matter.release(),
                matter.project(),
                matter.approvals(),
                matter.ending(),
                new SealingRequest.Lineage(
                    lineage.repository(), lineage.target(), null, null, List.of(chains))),
            request.runs(),
            request.decision(),
            request.surroundings(),
            request.signers());
    return new Draft(other)
        .record(
            List.of(),
            new LogPosition(
                "plimsoll.dev/log/" + "0".repeat(32),
                "a".repeat(64),
                9,
                "b".repeat(64),
                "c".repeat(64)),
            0);
  }

  @Test
  void they_are_written_and_read_to_the_letter() {
    var statement = Statement.of(record(OPS, PAY));

    assertThat(new String(statement.bytes(), UTF_8))
        .contains(
            "\"foreignChains\":[{\"entries\":1204,\"head\":\""
                + "5f".repeat(32)
                + "\",\"name\":\"ops\",\"recipe\":\"aetherlink\"},");
    assertThat(Statement.parse(statement.bytes()).record().ground().foreignChains())
        .containsExactly(OPS, PAY);
  }

  @Test
  void without_any_the_member_is_not_there() {
    assertThat(new String(Statement.of(record()).bytes(), UTF_8)).doesNotContain("foreignChains");
  }

  @Test
  void one_that_lacks_its_head_makes_the_record_unreadable() {
    var text =
        new String(Statement.of(record(OPS)).bytes(), UTF_8)
            .replace("\"head\":\"" + "5f".repeat(32) + "\",", "");

    assertThatThrownBy(() -> Statement.parse(text.getBytes(UTF_8))).hasMessageContaining("head");
  }

  @Test
  void the_page_of_the_record_names_them() {
    assertThat(ReportGround.ground(record(PAY)))
        .contains("Audit chain", "pay, 7 entries", "recipe prefixed", PAY.head());
  }
}
