package dev.plimsoll.core.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.model.Evidence;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EvidenceFilesTest {
  private static final String HELLO =
      "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

  @TempDir Path folder;

  private EvidenceFiles evidence;

  @BeforeEach
  void openStore() {
    evidence = new EvidenceFiles(folder.resolve("evidence"));
  }

  @Test
  void bytesAreKeptUnderTheirDigest() throws Exception {
    var kept = keep("hello");

    assertThat(kept).isEqualTo(new Evidence("stdout.txt", HELLO, "text/plain", 5));
    assertThat(folder.resolve("evidence/2c/" + HELLO)).hasContent("hello");
    try (var in = evidence.open(HELLO)) {
      assertThat(in).hasContent("hello");
    }
    assertThat(evidence.contains(HELLO)).isTrue();
    assertThat(evidence.intact(HELLO)).isTrue();
  }

  @Test
  void theSameBytesAreKeptOnceAndNothingElseIsLeft() throws Exception {
    keep("hello");
    keep("hello");

    try (var files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile))
          .containsExactly(folder.resolve("evidence/2c/" + HELLO));
    }
  }

  @Test
  void bytesThatWereChangedAreNotIntactAndAreMadeGoodWhenKeptAgain() throws Exception {
    keep("hello");
    Files.writeString(folder.resolve("evidence/2c/" + HELLO), "hell");
    assertThat(evidence.intact(HELLO)).isFalse();

    keep("hello");

    assertThat(evidence.intact(HELLO)).isTrue();
  }

  @Test
  void whatIsNotKeptIsNeitherContainedNorIntact() throws Exception {
    assertThat(evidence.contains(HELLO)).isFalse();
    assertThat(evidence.intact(HELLO)).isFalse();
    assertThat(evidence.contains("../../etc/passwd")).isFalse();
    assertThatThrownBy(() -> evidence.open(HELLO)).isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> evidence.open("../x")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aStreamThatBreaksLeavesNothingBehind() throws Exception {
    var breaking =
        new SequenceInputStream(
            new ByteArrayInputStream(new byte[100_000]),
            new FilterInputStream(InputStream.nullInputStream()) {
              @Override
              public int read(byte[] block, int at, int length) throws IOException {
                throw new IOException("the pipe broke");
              }
            });

    assertThatThrownBy(() -> evidence.keep("x", "text/plain", breaking))
        .hasMessage("the pipe broke");
    try (var files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile)).isEmpty();
    }
  }

  private Evidence keep(String text) throws IOException {
    return evidence.keep(
        "stdout.txt",
        "text/plain",
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
