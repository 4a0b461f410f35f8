package dev.plimsoll.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.audit.AnchorLadder.Level;
import dev.plimsoll.core.audit.ChainLines;
import dev.plimsoll.core.audit.ChainVerdict;
import dev.plimsoll.core.audit.ChainVerification;
import dev.plimsoll.core.audit.JsonLines;
import dev.plimsoll.core.audit.VerdictCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Checkpoints that went out with signed tags, read back from clones.
@Timeout(120)
final class LogAnchorsTest {
  private static final String RELEASE =
      """
      schema: plimsoll/checklist/v1
      id: release
      title: Release steps
      category: release
      mode: read-do
      order: strict
      sections:
        - id: tag
          title: Tag
          steps:
            - id: tag
              title: Tag the release
              tag: {}
              irreversible: true
      """;

  @TempDir Path folder;
  private Sandbox sandbox;

  @BeforeEach
  void tagTheRelease() throws Exception {
    sandbox = Sandbox.with(folder, Map.of("release", RELEASE));
    try (var plimsoll = sandbox.open();
        var project = plimsoll.project(sandbox.repository)) {
      project.trust(project.trustQuestion().digest());
      try (var session = project.release("1.0.0").open("release", sandbox.options())) {
        session.signActionsWith(sandbox.keyFile);
        session.start("tag");
        session.awaitIdle();
      }
    }
  }

  @Test
  void entriesUpToTheTagsCheckpointAreHeldByIt() {
    try (var plimsoll = sandbox.open();
        var project = plimsoll.project(sandbox.repository)) {
      var anchors = project.logDesk().anchors();

      assertThat(anchors.disagreeing()).isEmpty();
      var first = anchors.ladder().rungs().getFirst();
      assertThat(first.from()).isZero();
      assertThat(first.level()).isEqualTo(Level.L1);
      assertThat(first.by()).isEqualTo("tag v1.0.0");
      assertThat(anchors.ladder().rungs().getLast().level()).isEqualTo(Level.L0);
      assertThat(anchors.ladder().sentence())
          .startsWith("Tamper-evident up to checkpoint " + first.to())
          .contains("published to tag v1.0.0 (L1)");
    }
  }

  @Test
  void anExportIsHeldAgainstTheTagOfAnyClone() throws Exception {
    var export = exported();
    var clone = cloned();
    var home = folder.resolve("auditor");
    sandbox.environment.put("PLIMSOLL_HOME", home.toString());
    try (var plimsoll = Plimsoll.open(elsewhere(home));
        var project = plimsoll.project(clone)) {
      var known = project.logDesk().knownOf(ChainLines.of(export), plimsoll.pins());
      assertThat(known.checkpoints()).hasSize(1);
      assertThat(new ChainVerification(ChainLines.of(export), known).run())
          .isInstanceOf(ChainVerdict.Whole.class);

      var lines = Files.readAllLines(export);
      Files.write(export, lines.subList(0, (int) known.checkpoints().getFirst().size() - 1));
      var cut = (ChainVerdict.Broken) new ChainVerification(ChainLines.of(export), known).run();
      assertThat(cut.code()).isEqualTo(VerdictCode.CP_TRUNCATED);
    }
  }

  @Test
  void aLogThatWasRolledBackBelowTheTagIsTold() throws Exception {
    var history = folder.resolve("home/history.db");
    Files.move(history, folder.resolve("away.db"));
    try (var files = Files.list(folder.resolve("home/checkpoints"))) {
      for (var file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.copy(folder.resolve("away.db"), history, StandardCopyOption.REPLACE_EXISTING);
    keepFirstEntries(history, 2);

    try (var plimsoll = sandbox.open();
        var project = plimsoll.project(sandbox.repository)) {
      var anchors = project.logDesk().anchors();
      assertThat(anchors.disagreeing()).hasSize(1);
      assertThat(anchors.disagreeing().getFirst().code()).isEqualTo(VerdictCode.CP_TRUNCATED);
      assertThat(anchors.disagreeing().getFirst().sentence())
          .contains("the checkpoint of tag v1.0.0 covers")
          .contains("missing");
      assertThat(anchors.ladder().anchored()).isZero();
    }
  }

  @Test
  void aTagThatSomebodyElseWroteIsNoAnchor() throws Exception {
    var note = git("cat-file", "tag", "v1.0.0");
    var block =
        note.substring(
            note.indexOf("-----BEGIN AUDIT"), note.indexOf("-----END AUDIT CHECKPOINT-----") + 30);
    git("tag", "-a", "v0.9.9", "-m", "copied\n\n" + block.strip());
    git("tag", "-a", "v0.9.8", "-m", "bent\n\n" + block.strip().replace("\n— ", "\n— x"));

    try (var plimsoll = sandbox.open();
        var project = plimsoll.project(sandbox.repository)) {
      var anchors = project.logDesk().anchors();

      assertThat(anchors.ladder().rungs().getFirst().by()).isEqualTo("tag v1.0.0");
      assertThat(project.logDesk().known().checkpoints()).hasSizeBetween(2, 3);
    }
  }

  private static void keepFirstEntries(Path history, int count) throws Exception {
    var script =
        """
        import sqlite3, sys
        db = sqlite3.connect(sys.argv[1])
        triggers = db.execute("select name from sqlite_master where type = 'trigger'").fetchall()
        for (name,) in triggers:
            db.execute("drop trigger " + name)
        db.execute("delete from audit_entry where seq >= ?", (int(sys.argv[2]),))
        db.commit()
        """;
    var process =
        new ProcessBuilder("python3", "-c", script, history.toString(), String.valueOf(count))
            .redirectErrorStream(true)
            .start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }

  private Path exported() throws IOException {
    var export = folder.resolve("audit.jsonl");
    try (var plimsoll = sandbox.open();
        var project = plimsoll.project(sandbox.repository);
        var out = Files.newOutputStream(export)) {
      JsonLines.write(project.log().orElseThrow().lines(), out);
    }
    return export;
  }

  private Path cloned() throws Exception {
    git("clone", "-q", sandbox.repository.toString(), folder.resolve("clone").toString());
    return folder.resolve("clone");
  }

  private Installation elsewhere(Path home) {
    var own = sandbox.open();
    var here = own.installation();
    own.close();
    return new Installation(home, sandbox.environment, here.clock(), here.random(), here.tool());
  }

  private String git(String... words) throws Exception {
    var command = new java.util.ArrayList<>(List.of("git"));
    command.addAll(List.of(words));
    var builder = new ProcessBuilder(command).directory(sandbox.repository.toFile());
    builder.environment().putAll(sandbox.environment);
    var process = builder.redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
