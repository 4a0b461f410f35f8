package dev.plimsoll.core.check.secrets;

import java.util.regex.Pattern;

/// Tells what a program calls something from what somebody made up: `settings.api_key`,
/// `getPassword`, `/run/secrets/db`, `https://host/path`, `my-secret-name`.
final class Names {
  private static final Pattern NAME =
      Pattern.compile(
          "[a-zA-Z][a-z]*(?:[A-Z][a-z]+)*" // camelCase without digits
              + "|[A-Za-z]+(?:[_.:-][A-Za-z]+)+" // words with something between them
              + "|[A-Z]+(?:_[A-Z0-9]+)*" // a constant
              + "|(?:\\.{0,2}/)?[A-Za-z_.-]+(?:/[A-Za-z0-9_.*-]+)+/?" // a path
              + "|[a-z]+://.*" // an address; passwords in those have a rule of their own
              + "|[\\d.:/-]+" // numbers, days, times
              + "|sha(?:256|384|512)[:-].*" // a digest
              + "|(?:process\\.)?env[.:].*");

  private Names() {}

  static boolean looksLikeOne(String text) {
    return NAME.matcher(text).matches();
  }
}
