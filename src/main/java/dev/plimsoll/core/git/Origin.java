package dev.plimsoll.core.git;

import java.io.IOException;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.RemoteConfig;
import org.eclipse.jgit.transport.URIish;

/// The remote `origin`. Its address may carry a password, which never leaves this class.
record Origin(URIish uri) {
  static Optional<Origin> of(Repository repository) throws IOException {
    try {
      return new RemoteConfig(repository.getConfig(), "origin")
          .getURIs().stream().findFirst().map(Origin::new);
    } catch (URISyntaxException malformed) {
      throw new IOException("the address of origin is malformed", malformed);
    }
  }

  String address() {
    var scheme = uri.getScheme();
    var bare = uri.setPass(null);
    return (scheme != null && scheme.startsWith("http") ? bare.setUser(null) : bare).toString();
  }

  Optional<String> host() {
    return Optional.ofNullable(uri.getHost()).map(host -> host.toLowerCase(Locale.ROOT));
  }
}
