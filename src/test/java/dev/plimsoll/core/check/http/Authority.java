package dev.plimsoll.core.check.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// An authority for certificates of one test's own, made by openssl.
public final class Authority {
  private final Path folder;

  /// @param folder where it keeps its files
  public Authority(Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    Files.createDirectories(folder);
    openssl(
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:P-256",
        "-nodes",
        "-keyout",
        "ca.key",
        "-out",
        "ca.pem",
        "-days",
        "30",
        "-subj",
        "/CN=Test authority",
        "-addext",
        "basicConstraints=critical,CA:TRUE",
        "-addext",
        "keyUsage=critical,keyCertSign,cRLSign");
  }

  /// Its own certificate.
  public Path pem() {
    return folder.resolve("ca.pem");
  }

  /// Makes `NAME.pem` and `NAME.key` for a server.
  ///
  /// @param days it lasts; negative: it has expired
  /// @param names `DNS:localhost`, `IP:127.0.0.1`
  public Path issue(String name, int days, String... names)
      throws IOException, InterruptedException {
    openssl(
        "req",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:P-256",
        "-nodes",
        "-keyout",
        name + ".key",
        "-out",
        name + ".csr",
        "-subj",
        "/CN=" + name);
    Files.writeString(
        folder.resolve(name + ".ext"),
        "subjectAltName=" + String.join(",", names) + "\nextendedKeyUsage=serverAuth\n");
    openssl(
        "x509",
        "-req",
        "-in",
        name + ".csr",
        "-CA",
        "ca.pem",
        "-CAkey",
        "ca.key",
        "-CAcreateserial",
        "-out",
        name + ".pem",
        "-days",
        Integer.toString(days),
        "-extfile",
        name + ".ext");
    return folder.resolve(name + ".pem");
  }

  private void openssl(String... arguments) throws IOException, InterruptedException {
    var words = new ArrayList<>(List.of("openssl"));
    words.addAll(List.of(arguments));
    var said = folder.resolve("openssl.out");
    var exit =
        new ProcessBuilder(words)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start()
            .waitFor();
    if (exit != 0) {
      throw new IOException("openssl: " + Files.readString(said));
    }
  }
}
