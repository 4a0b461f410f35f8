package dev.plimsoll.core.check.tcp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// One connection.
record Tcp(String host, int port, Duration timeout) {
  private static final int LONGEST = 1 << 16;

  /// How it went.
  sealed interface Contact {
    record UnknownHost() implements Contact {}

    record Refused() implements Contact {}

    record NoRoute() implements Contact {}

    /// Nobody accepted within the time.
    record TimedOut() implements Contact {}

    /// @param text what was received, at most 64 KiB
    record Connected(String text) implements Contact {}
  }

  /// A port's number, or 0 where a text is none.
  static int port(String text) {
    if (!text.matches("\\d{1,5}")) {
      return 0;
    }
    var port = Integer.parseInt(text);
    return port > 65535 ? 0 : port;
  }

  /// @param answer what is waited for, or null where nothing is
  Contact contact(@Nullable String send, @Nullable String answer)
      throws IOException, InterruptedException {
    var deadline = System.nanoTime() + timeout.toNanos();
    try (var socket = new Socket()) {
      var address = new InetSocketAddress(InetAddress.getByName(host), port);
      socket.connect(address, left(deadline));
      if (send != null) {
        socket.getOutputStream().write(send.getBytes(StandardCharsets.UTF_8));
      }
      return new Contact.Connected(answer == null ? "" : received(socket, answer, deadline));
    } catch (UnknownHostException unknown) {
      return new Contact.UnknownHost();
    } catch (NoRouteToHostException none) {
      return new Contact.NoRoute();
    } catch (ConnectException refused) {
      // some systems say so only in words
      return String.valueOf(refused.getMessage()).contains("timed out")
          ? new Contact.TimedOut()
          : new Contact.Refused();
    } catch (SocketTimeoutException late) {
      return new Contact.TimedOut();
    } catch (IOException broken) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      throw broken;
    }
  }

  /// What comes until the answer is in it, the other side is silent, or it has said enough.
  private static String received(Socket socket, String answer, long deadline) throws IOException {
    var received = new ByteArrayOutputStream();
    var piece = new byte[4096];
    try {
      while (received.size() < LONGEST
          && !received.toString(StandardCharsets.UTF_8).contains(answer)) {
        socket.setSoTimeout(left(deadline));
        var read = socket.getInputStream().read(piece);
        if (read < 0) {
          break;
        }
        received.write(piece, 0, read);
      }
    } catch (SocketTimeoutException silent) {
      return received.toString(StandardCharsets.UTF_8);
    }
    return received.toString(StandardCharsets.UTF_8);
  }

  private static int left(long deadline) {
    return (int) Math.clamp((deadline - System.nanoTime()) / 1_000_000, 1L, Integer.MAX_VALUE);
  }
}
