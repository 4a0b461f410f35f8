package dev.plimsoll.core.check.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// Answers with bytes that a decent server would never send. Loopback only.
public final class RawServer implements AutoCloseable {
  /// What one path does.
  public interface Behaviour {
    /// @param asked the request, head and body
    void answer(String asked, Socket socket, OutputStream out)
        throws IOException, InterruptedException;
  }

  private final ServerSocket server;
  private final Map<String, Behaviour> behaviours = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  public RawServer() throws IOException {
    this(InetAddress.getLoopbackAddress());
  }

  public RawServer(InetAddress address) throws IOException {
    server = new ServerSocket(0, 50, address);
    Thread.ofVirtual().start(this::accept);
  }

  /// @param path without its query
  public RawServer on(String path, Behaviour behaviour) {
    behaviours.put(path, behaviour);
    return this;
  }

  /// Answers with a text as it stands.
  public RawServer on(String path, String answer) {
    return on(path, (_, _, out) -> out.write(answer.getBytes(StandardCharsets.ISO_8859_1)));
  }

  /// A well-formed answer with these headers, each ending its line.
  public static String answer(String status, String headers, String body) {
    return "HTTP/1.1 "
        + status
        + "\r\n"
        + headers
        + "Content-Length: "
        + body.getBytes(StandardCharsets.ISO_8859_1).length
        + "\r\n\r\n"
        + body;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        var socket = server.accept();
        open.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket;
        var in = new BufferedInputStream(socket.getInputStream());
        var out = socket.getOutputStream()) {
      for (var request = request(in); !request.isEmpty(); request = request(in)) {
        asked.add(request);
        var path = request.split(" ", 3)[1].split("\\?", 2)[0];
        behaviours
            .getOrDefault(
                path,
                (_, _, o) ->
                    o.write(answer("404 Not Found", "", "").getBytes(StandardCharsets.UTF_8)))
            .answer(request, socket, out);
        out.flush();
      }
    } catch (IOException gone) {
      open.remove(socket);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static String request(InputStream in) throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      var read = in.read();
      if (read < 0) {
        return "";
      }
      head.append((char) read);
    }
    var length = 0;
    for (var line : head.toString().split("\r\n")) {
      if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
      }
    }
    return head + new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  /// Every request so far.
  public List<String> asked() {
    return List.copyOf(asked);
  }

  public int port() {
    return server.getLocalPort();
  }

  public String url() {
    return "http://localhost:" + port();
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (var socket : open) {
      socket.close();
    }
  }
}
