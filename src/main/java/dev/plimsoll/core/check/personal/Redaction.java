package dev.plimsoll.core.check.personal;

import java.util.regex.Pattern;

/// Knows values in whose place something else was put: hashes, and words that say so.
final class Redaction {
  private static final String MASK = "\\S?\\*{2,}(?:@\\S*|[*.()-]*\\w{0,4})";
  private static final Pattern REPLACED =
      Pattern.compile(
          "|(?:n/?a|none|null|unknown|redacted|anonymi[sz]ed|anonymous|hidden|removed|masked|withheld)"
              + "|[\\[<(][^\\])>]{0,60}(?:redacted|anonym|hidden|removed|masked|withheld)[^\\])>]{0,60}[\\])>]"
              + "|[*x•█#.-]{2,}|"
              + MASK
              + "(?:\\s+"
              + MASK
              + ")*"
              + "|(?:sha(?:1|224|256|384|512)|md5|blake[23][bs]?|hmac|hash)[:=$-][^\\s@]+"
              + "|(?:[0-9a-f]{2}){16,64}" // a digest in hexadecimal digits
              + "|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}",
          Pattern.CASE_INSENSITIVE);

  private Redaction() {}

  static boolean isReplaced(String value) {
    var text = value.strip();
    var plain = text.regionMatches(true, 0, "mailto:", 0, 7) ? text.substring(7) : text;
    return REPLACED.matcher(plain).matches();
  }
}
