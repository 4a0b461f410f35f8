package dev.plimsoll.core.check.http.exchange;

import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/// Whom to believe: the authorities of a PEM file alone, or those that Java believes. Names are
/// checked as HTTPS asks (RFC 9110, section 4.3.4). Remembers the last refusal with the
/// certificates that were shown. Thread-safe.
final class Trust extends X509ExtendedTrustManager {
  private static final String INTENT = "Nothing was asked";
  private static final long LARGEST = 4L << 20;

  /// @param shown the server's own first
  record Refusal(List<X509Certificate> shown, CertificateException reason) {}

  private final AtomicReference<@Nullable X509ExtendedTrustManager> believed;
  private final AtomicReference<@Nullable Refusal> refusal = new AtomicReference<>();

  /// @param believed null to read the authorities that Java believes when the first certificate is
  ///   shown: there are many of them, and most requests of a checklist may need none
  private Trust(@Nullable X509ExtendedTrustManager believed) {
    this.believed = new AtomicReference<>(believed);
  }

  private X509ExtendedTrustManager believed() {
    var known = believed.get();
    if (known == null) {
      known = reading(null);
      believed.set(known);
    }
    return known;
  }

  /// @param ca PEM file, or null for the authorities that Java believes
  /// @throws Problem where the file holds no certificate
  static Trust of(@Nullable Path ca) {
    return new Trust(ca == null ? null : reading(ca));
  }

  private static X509ExtendedTrustManager reading(@Nullable Path ca) {
    try {
      var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(ca == null ? null : authorities(ca));
      for (var manager : factory.getTrustManagers()) {
        if (manager instanceof X509ExtendedTrustManager extended) {
          return extended;
        }
      }
      throw new IllegalStateException("this Java has no trust manager for certificates");
    } catch (GeneralSecurityException odd) {
      throw Problem.of(
          INTENT, "The authorities cannot be read.", "See the file under tls, ca.", odd);
    }
  }

  private static KeyStore authorities(Path ca) throws GeneralSecurityException {
    try {
      var store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      var number = 0;
      for (var certificate : certificates(ca)) {
        store.setCertificateEntry("ca-" + number++, certificate);
      }
      if (number == 0) {
        throw Problem.of(
            INTENT, ca.getFileName() + " holds no certificate.", "Name a PEM file under tls, ca.");
      }
      return store;
    } catch (IOException | CertificateException unreadable) {
      throw Problem.of(
          INTENT,
          "No certificates can be read from " + ca.getFileName() + ".",
          "Name a PEM file under tls, ca.",
          unreadable);
    }
  }

  private static Collection<? extends Certificate> certificates(Path ca)
      throws IOException, CertificateException {
    if (Files.size(ca) > LARGEST) {
      throw new IOException("larger than 4 MiB");
    }
    try (var file = Files.newInputStream(ca)) {
      return CertificateFactory.getInstance("X.509").generateCertificates(file);
    }
  }

  SSLContext context() {
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {this}, null);
      return context;
    } catch (GeneralSecurityException odd) {
      throw new IllegalStateException("this Java has no TLS", odd);
    }
  }

  /// The last certificates that were not believed, or null.
  @Nullable Refusal refusal() {
    return refusal.get();
  }

  @Override
  public void checkServerTrusted(X509Certificate[] shown, String type, SSLEngine engine)
      throws CertificateException {
    try {
      believed().checkServerTrusted(shown, type, engine);
    } catch (CertificateException refused) {
      refusal.set(new Refusal(List.of(shown), refused));
      throw refused;
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] shown, String type, Socket socket)
      throws CertificateException {
    believed().checkServerTrusted(shown, type, socket);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] shown, String type) throws CertificateException {
    believed().checkServerTrusted(shown, type);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] shown, String type, SSLEngine engine)
      throws CertificateException {
    believed().checkClientTrusted(shown, type, engine);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] shown, String type, Socket socket)
      throws CertificateException {
    believed().checkClientTrusted(shown, type, socket);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] shown, String type) throws CertificateException {
    believed().checkClientTrusted(shown, type);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return believed().getAcceptedIssuers();
  }
}
