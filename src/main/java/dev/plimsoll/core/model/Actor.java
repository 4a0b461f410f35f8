package dev.plimsoll.core.model;

import org.jspecify.annotations.Nullable;

/// Who did it. `id` is a principal of the trust file, or `os:user@host` when no key speaks for the
/// person; `key` is the OpenSSH fingerprint (`SHA256:...`) or null, which is shown as
/// unauthenticated.
public record Actor(String id, @Nullable String key) {
  public static Actor unauthenticated(String user, String host) {
    return new Actor("os:" + user + "@" + host, null);
  }

  public boolean isAuthenticated() {
    return key != null;
  }
}
