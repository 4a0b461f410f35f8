package dev.plimsoll.core.check.tcp;

import static dev.plimsoll.core.check.Nodes.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.check.Stage;
import dev.plimsoll.core.model.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A Redis server that is started while the step waits for it.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Redis has no server for Windows")
@Timeout(90)
class RedisPingTest {
  @TempDir Path folder;

  @Test
  void theStepWaitsUntilRedisAnswersAPing() throws Exception {
    var port = freePort();
    var stage = new Stage(folder);
    var redis = new AtomicReference<Process>();
    var starts =
        Thread.ofVirtual()
            .start(() -> {
              try {
                stage.tap.awaitLine("waits until 12:01:00 UTC at most: ");
                redis.set(redis(port));
              } catch (InterruptedException | IOException broken) {
                throw new IllegalStateException(broken);
              }
            });
    try {
      var outcome =
          stage
              .carryOut(
                  new TcpVerb(),
                  map(
                      "host", "127.0.0.1",
                      "port", port,
                      "send", "PING\r\n",
                      "expect", "+PONG",
                      "until", map("every", "50ms", "atMost", "60s")))
              .outcome();
      assertThat(outcome).isEqualTo(new Outcome.Passed("127.0.0.1:" + port + " answers '+PONG'"));
      assertThat(stage.tap.lines().getFirst()).endsWith("127.0.0.1:" + port + ": refused");
    } finally {
      starts.join();
      redis.get().destroy();
      assertThat(redis.get().waitFor(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  private Process redis(int port) throws IOException {
    return new ProcessBuilder(
            "redis-server",
            "--port",
            String.valueOf(port),
            "--bind",
            "127.0.0.1",
            "--save",
            "",
            "--appendonly",
            "no",
            "--dir",
            folder.toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("redis.log").toFile())
        .start();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
