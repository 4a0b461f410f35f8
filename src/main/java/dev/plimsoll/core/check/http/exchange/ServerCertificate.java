package dev.plimsoll.core.check.http.exchange;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// What a certificate says about itself.
///
/// @param subject and `issuer` as distinguished names (RFC 2253)
/// @param names it is valid for: DNS names and addresses
public record ServerCertificate(
    String subject, String issuer, List<String> names, Instant startsOn, Instant endsOn) {
  private static final int DNS = 2;
  private static final int ADDRESS = 7;

  public ServerCertificate {
    names = List.copyOf(names);
  }

  public static ServerCertificate of(X509Certificate certificate) {
    return new ServerCertificate(
        certificate.getSubjectX500Principal().getName(),
        certificate.getIssuerX500Principal().getName(),
        names(certificate),
        certificate.getNotBefore().toInstant(),
        certificate.getNotAfter().toInstant());
  }

  private static List<String> names(X509Certificate certificate) {
    var names = new ArrayList<String>();
    try {
      var all = certificate.getSubjectAlternativeNames();
      if (all != null) {
        for (var name : all) {
          var type = (Integer) name.getFirst();
          if ((type == DNS || type == ADDRESS) && name.getLast() instanceof String text) {
            names.add(text);
          }
        }
      }
    } catch (CertificateParsingException odd) {
      names.clear(); // a certificate with malformed names names nobody
    }
    return names;
  }

  /// Negative where it has ended.
  public Duration left(Instant now) {
    return Duration.between(now, endsOn);
  }

  public LocalDate lastDay() {
    return LocalDate.ofInstant(endsOn, ZoneOffset.UTC);
  }
}
