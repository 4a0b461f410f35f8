package dev.plimsoll.core.check.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// An nginx of one test's own, on free ports of this machine, with everything it writes in a
/// temporary folder.
public final class Nginx implements AutoCloseable {
  private static final int TRIES = 5;

  private final Process process;
  private final int port;
  private final int tlsPort;

  private Nginx(Process process, int port, int tlsPort) {
    this.process = process;
    this.port = port;
    this.tlsPort = tlsPort;
  }

  /// Starts it and waits until it listens.
  ///
  /// @param folder an empty folder for it
  /// @param http what stands in its `http` block: `{port}` and `{tlsPort}` stand for free ports,
  ///   `{folder}` for the folder
  public static Nginx start(Path folder, String http) throws IOException, InterruptedException {
    Files.createDirectories(folder.resolve("temp"));
    for (var tries = 1; ; tries++) {
      var port = freePort();
      var tlsPort = freePort();
      Files.writeString(folder.resolve("nginx.conf"), configuration(folder, http, port, tlsPort));
      var process =
          new ProcessBuilder(
                  "nginx", "-p", folder.toString(), "-c", folder.resolve("nginx.conf").toString())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("nginx.out").toFile())
              .start();
      var nginx = new Nginx(process, port, tlsPort);
      if (nginx.listens()) {
        return nginx;
      }
      nginx.close();
      if (tries == TRIES) {
        throw new IOException("nginx: " + Files.readString(folder.resolve("nginx.out")));
      }
    }
  }

  private static String configuration(Path folder, String http, int port, int tlsPort) {
    var user = System.getProperty("user.name").equals("root") ? "user root;\n" : "";
    var temporary = new StringBuilder();
    for (var kind : new String[] {"client_body", "proxy", "fastcgi", "uwsgi", "scgi"}) {
      temporary.append("  ").append(kind).append("_temp_path ").append(folder).append("/temp;\n");
    }
    return user
        + """
        daemon off;
        worker_processes 1;
        pid %s/nginx.pid;
        error_log %s/error.log;
        events { worker_connections 1024; }
        http {
          access_log off;
          keepalive_requests 100000;
        %s%s
        }
        """
            .formatted(
                folder,
                folder,
                temporary,
                http.replace("{port}", Integer.toString(port))
                    .replace("{tlsPort}", Integer.toString(tlsPort))
                    .replace("{folder}", folder.toString()));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private boolean listens() throws InterruptedException {
    for (var tries = 0; tries < 300 && process.isAlive(); tries++) {
      try (var socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
        return true;
      } catch (IOException notYet) {
        Thread.sleep(50);
      }
    }
    return false;
  }

  public int port() {
    return port;
  }

  public int tlsPort() {
    return tlsPort;
  }

  /// `http://localhost:PORT`.
  public String url() {
    return "http://localhost:" + port;
  }

  /// `https://localhost:PORT`.
  public String tlsUrl() {
    return "https://localhost:" + tlsPort;
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
