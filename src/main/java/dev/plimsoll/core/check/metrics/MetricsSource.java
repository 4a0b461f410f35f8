package dev.plimsoll.core.check.metrics;

import dev.plimsoll.core.check.paths.RepositoryPaths;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Where metrics are read: a file of the repository, or an address that is asked once. Redirections
/// are not followed, and no more than 16 MiB is read.
record MetricsSource(Path root) {
  private static final int LARGEST = 16 << 20;

  /// @throws IOException with a sentence where it cannot be read
  String file(String name) throws IOException {
    var file = new RepositoryPaths(root).inside(name);
    if (!Files.isRegularFile(file)) {
      throw new IOException(name + " is not there.");
    }
    if (Files.size(file) > LARGEST) {
      throw new IOException(name + " is larger than 16 MiB.");
    }
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  /// @param timeout until the whole answer is there
  String address(String url, Duration timeout) throws IOException, InterruptedException {
    var task = new FutureTask<>(() -> asked(url, timeout));
    var worker = Thread.ofVirtual().start(task);
    try {
      return task.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      throw new IOException(url + " does not answer in time.", late);
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof IOException broken
          ? broken
          : new IOException(url + " cannot be asked.", failed);
    } finally {
      worker.interrupt();
    }
  }

  private static String asked(String url, Duration timeout)
      throws IOException, InterruptedException {
    var flaw = MetricsReader.addressFlaw(url);
    if (flaw != null) {
      throw new IOException(flaw);
    }
    try (var client =
        HttpClient.newBuilder()
            .connectTimeout(timeout)
            .followRedirects(HttpClient.Redirect.NEVER)
            // what the machine is set to would send it somewhere that the checklist does not name
            .proxy(HttpClient.Builder.NO_PROXY)
            .build()) {
      var request = HttpRequest.newBuilder(URI.create(url)).timeout(timeout).GET().build();
      var answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (var body = answer.body()) {
        if (answer.statusCode() != 200) {
          throw new IOException(url + " answers with status " + answer.statusCode() + ".");
        }
        var bytes = body.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
          throw new IOException(url + " answers with more than 16 MiB.");
        }
        return new String(bytes, StandardCharsets.UTF_8);
      } finally {
        client.shutdownNow();
      }
    } catch (HttpTimeoutException late) {
      throw new IOException(url + " does not answer in time.", late);
    } catch (ConnectException refused) {
      var unknown =
          refused.getCause() instanceof UnresolvedAddressException
              || refused.getCause() instanceof UnknownHostException
              || (refused.getCause() != null
                  && refused.getCause().getCause() instanceof UnresolvedAddressException);
      throw new IOException(
          unknown ? "The host of " + url + " is not known." : "Nobody answers at " + url + ".",
          refused);
    }
  }
}
