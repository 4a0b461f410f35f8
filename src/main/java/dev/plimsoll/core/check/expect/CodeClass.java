package dev.plimsoll.core.check.expect;

/// The classes of HTTP's statuses (RFC 9110, section 15): `2xx` stands for 200 to 299.
final class CodeClass {
  static final String FORM = "[1-5]xx";

  private CodeClass() {}

  static boolean holds(String written, long status) {
    return status / 100 == written.charAt(0) - '0';
  }
}
