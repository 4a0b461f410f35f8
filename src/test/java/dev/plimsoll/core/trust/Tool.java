package dev.plimsoll.core.trust;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

/// A foreign program, run to its end with given input; its messages come in one stream with its
/// output.
record Tool(Path folder, Map<String, String> environment) {
  record Ran(int exit, String output) {
    boolean succeeded() {
      return exit == 0;
    }
  }

  static Tool in(Path folder) {
    return new Tool(folder, Map.of());
  }

  Tool with(String variable, String value) {
    return new Tool(folder, Map.of(variable, value));
  }

  Ran run(String... command) {
    return feed(new byte[0], command);
  }

  Ran feed(byte[] input, String... command) {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C");
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      try (OutputStream in = process.getOutputStream()) {
        in.write(input);
      } catch (IOException e) {
        // it needed no input and has ended already
      }
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Ran(process.waitFor(), output);
    } catch (IOException e) {
      throw new AssertionError("these tests need " + command[0] + " on the path", e);
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  /// Runs what has to succeed.
  String must(String... command) {
    Ran ran = run(command);
    if (!ran.succeeded()) {
      throw new AssertionError(String.join(" ", command) + ": " + ran.output());
    }
    return ran.output();
  }

  /// A key pair made by ssh-keygen; the passphrase may be empty.
  Path newKey(String name, String passphrase, String... options) {
    String[] command = {"ssh-keygen", "-q", "-N", passphrase, "-C", "test " + name, "-f", name};
    String[] all = Stream.of(command, options).flatMap(Arrays::stream).toArray(String[]::new);
    must(all);
    return folder.resolve(name);
  }
}
