package dev.plimsoll.core.trust;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;

/// One question and one answer over a UNIX domain socket, both with a length in front, within a
/// time limit. Used once.
final class AgentExchange {
  private final Path socket;
  private final long deadline;

  AgentExchange(Path socket, Duration limit) {
    this.socket = socket;
    this.deadline = System.nanoTime() + limit.toNanos();
  }

  byte[] ask(byte[] request, int maxReply) throws IOException, Malformed {
    try (Selector selector = Selector.open();
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(UnixDomainSocketAddress.of(socket));
      channel.configureBlocking(false);
      SelectionKey key = channel.register(selector, SelectionKey.OP_WRITE);
      ByteBuffer out = ByteBuffer.wrap(new WireWriter().string(request).bytes());
      while (out.hasRemaining()) {
        await(selector);
        channel.write(out);
      }
      key.interestOps(SelectionKey.OP_READ);
      int length = read(selector, channel, 4).getInt();
      if (length < 1 || length > maxReply) {
        throw new Malformed("its answer has an impossible length");
      }
      return read(selector, channel, length).array();
    }
  }

  private ByteBuffer read(Selector selector, SocketChannel channel, int length)
      throws IOException, Malformed {
    ByteBuffer in = ByteBuffer.allocate(length);
    while (in.hasRemaining()) {
      await(selector);
      if (channel.read(in) < 0) {
        throw new Malformed("its answer is cut off");
      }
    }
    return in.flip();
  }

  private void await(Selector selector) throws IOException, Malformed {
    long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
    selector.selectedKeys().clear();
    if (left <= 0 || selector.select(left) == 0) {
      throw new Malformed("it did not answer in time");
    }
  }
}
