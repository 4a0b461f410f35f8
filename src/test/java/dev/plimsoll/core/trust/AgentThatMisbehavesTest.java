package dev.plimsoll.core.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What stands at SSH_AUTH_SOCK is whatever somebody put there.
class AgentThatMisbehavesTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @TempDir Path folder;
  private ServerSocketChannel server;
  private final CountDownLatch over = new CountDownLatch(1);

  @BeforeEach
  void listen() throws IOException {
    server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(folder.resolve("s")));
  }

  @AfterEach
  void close() throws IOException {
    over.countDown();
    server.close();
  }

  /// Reads each request whole, answers with these bytes, and hangs up.
  private void answers(byte[] bytes) {
    serve(channel -> channel.write(ByteBuffer.wrap(bytes)));
  }

  private interface Talk {
    void with(SocketChannel channel) throws IOException, InterruptedException;
  }

  private void serve(Talk talk) {
    Thread.ofVirtual()
        .start(() -> {
          while (server.isOpen()) {
            try (SocketChannel channel = server.accept()) {
              int length = ByteBuffer.wrap(Channels.newInputStream(channel).readNBytes(4)).getInt();
              Channels.newInputStream(channel).readNBytes(length);
              talk.with(channel);
            } catch (IOException | InterruptedException e) {
              // the test is over
            }
          }
        });
  }

  private SshAgent agent(Duration limit) {
    return SshAgent.at(folder.resolve("s").toString(), limit);
  }

  private static byte[] packet(WireWriter content) {
    return new WireWriter().string(content.bytes()).bytes();
  }

  private static void isNoAgent(ThrowingCallable call, String reason) {
    assertThatThrownBy(call)
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith("Agent not usable: What answers at ")
        .hasMessageContaining(reason)
        .hasMessageEndingWith("Check SSH_AUTH_SOCK, or choose a key file.");
  }

  @Test
  void oneThatNeverAnswersIsGivenUp() {
    serve(channel -> over.await());
    isNoAgent(() -> agent(Duration.ofMillis(200)).keys(), "it did not answer in time");
  }

  @Test
  void oneThatAnswersDropByDropIsGivenUp() {
    serve(channel -> {
      channel.write(ByteBuffer.wrap(new byte[] {0, 0, 1}));
      over.await();
    });
    isNoAgent(() -> agent(Duration.ofMillis(200)).keys(), "it did not answer in time");
  }

  @Test
  void oneThatHangsUpIsCutOff() {
    answers(new byte[] {0, 0, 0, 9, 12});
    isNoAgent(() -> agent(LIMIT).keys(), "its answer is cut off");
  }

  @Test
  void oneThatAnnouncesAGigabyteIsNotBelieved() {
    answers(new byte[] {0x40, 0, 0, 0, 12});
    isNoAgent(() -> agent(LIMIT).keys(), "impossible length");
  }

  @Test
  void oneThatClaimsAMillionKeysIsNotBelieved() {
    answers(packet(new WireWriter().octet(12).uint32(1_000_000)));
    isNoAgent(() -> agent(LIMIT).keys(), "it claims to have 1000000 keys");
  }

  @Test
  void oneWhoseListRunsPastItsEndIsNotBelieved() {
    answers(packet(new WireWriter().octet(12).uint32(1).uint32(500)));
    isNoAgent(() -> agent(LIMIT).keys(), "its length runs past the end");
  }

  @Test
  void oneThatSpeaksHttpIsNoAgent() {
    answers("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    isNoAgent(() -> agent(LIMIT).keys(), "impossible length");
  }

  @Test
  void oneThatRefusesToListSaysSo() {
    answers(packet(new WireWriter().octet(5)));
    assertThatThrownBy(() -> agent(LIMIT).keys())
        .isInstanceOf(Problem.class)
        .hasMessageContaining("refused");
  }

  @Test
  void aSignatureThatIsNotTheKeysIsNotHandedOn() {
    Ed25519PublicKey key;
    try (FileSigner signer = new FileSigner(new byte[32], "")) {
      key = signer.publicKey();
    }
    WireWriter wrong = new WireWriter().string("ssh-ed25519").string(new byte[64]);
    answers(packet(new WireWriter().octet(14).string(wrong.bytes())));
    AgentSigner signer = new AgentSigner(agent(LIMIT), key);
    isNoAgent(
        () -> signer.signEd25519(new byte[3]), "does not verify under the key it was asked for");
  }

  @Test
  void aHardwareKeyIsListedWithWhatItCannotDo() {
    byte[] blob =
        new WireWriter()
            .string("sk-ssh-ed25519@openssh.com")
            .string(new byte[32])
            .string("ssh:")
            .bytes();
    answers(packet(new WireWriter().octet(12).uint32(1).string(blob).string("yubi\u0007key")));
    AgentKey key = agent(LIMIT).keys().getFirst();
    assertThat(key.key()).isEmpty();
    assertThat(key.comment()).isEqualTo("yubi\ufffdkey");
    assertThat(key.obstacle().orElseThrow())
        .contains("Hardware keys")
        .contains("cannot sign a DSSE envelope");
  }

  @Test
  void noAgentAtAllIsSaidPlainly() {
    assertThatThrownBy(() -> SshAgent.at(null, LIMIT))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("SSH_AUTH_SOCK is not set");
    assertThatThrownBy(() -> SshAgent.at("\\\\.\\pipe\\openssh-ssh-agent", LIMIT))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("named pipe, which is not supported yet");
    assertThatThrownBy(() -> SshAgent.at(folder.resolve("x".repeat(200)).toString(), LIMIT).keys())
        .isInstanceOf(Problem.class)
        .hasMessageContaining("Nobody answers");
  }
}
