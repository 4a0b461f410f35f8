package dev.plimsoll.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import tools.jackson.databind.json.JsonMapper;

/// The peer: `fio` writes 4 KiB and calls fdatasync, again and again, over a file that is laid out
/// before.
final class Fio {
  private final Path folder;

  Fio(Path folder) {
    this.folder = folder;
  }

  static Optional<String> version() throws IOException, InterruptedException {
    try {
      var process = new ProcessBuilder("fio", "--version").redirectErrorStream(true).start();
      var text =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return process.waitFor() == 0 ? Optional.of(text) : Optional.empty();
    } catch (IOException absent) {
      return Optional.empty();
    }
  }

  /// Median of one write with its fdatasync, in microseconds.
  OptionalDouble median(int writes) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(
                "fio",
                "--name=peer",
                "--directory=" + folder,
                "--rw=write",
                "--bs=4k",
                "--size=" + writes * 4L + "k",
                "--fdatasync=1",
                "--ioengine=psync",
                "--overwrite=1",
                "--output-format=json")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    var json = process.getInputStream().readAllBytes();
    if (process.waitFor() != 0) {
      return OptionalDouble.empty();
    }
    var job = JsonMapper.shared().readTree(json).get("jobs").get(0);
    var write = job.get("write").get("clat_ns").get("percentile").get("50.000000").asDouble();
    var sync = job.get("sync").get("lat_ns").get("percentile").get("50.000000").asDouble();
    return OptionalDouble.of((write + sync) / 1000);
  }
}
