package dev.plimsoll.core.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigestsTest {
  @TempDir Path folder;

  @Test
  void agreesWithTheExampleOfFips180() {
    assertThat(Digests.sha256Hex("abc".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void readsAFileInBlocksAsOpensslDoes() throws IOException {
    byte[] content = new byte[300_001];
    new Random(1).nextBytes(content);
    Path file = Files.write(folder.resolve("big"), content);
    String openssl = Tool.in(folder).must("openssl", "dgst", "-sha256", "-r", "big");
    assertThat(openssl).startsWith(Digests.sha256Hex(file)).startsWith(Digests.sha256Hex(content));
  }

  @Test
  void aMissingFileHasNoDigest() {
    assertThatThrownBy(() -> Digests.sha256Hex(folder.resolve("gone")))
        .isInstanceOf(NoSuchFileException.class);
  }
}
