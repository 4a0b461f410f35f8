package dev.plimsoll.core.checklist.requests;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The words behind `curl`, taken apart as curl does: `-XPOST`, `-sS`, `--data=...`. Immutable.
///
/// @param addresses what is no option
/// @param given options with a value, by their long name, in order
/// @param flags options without one, by their long name
/// @param notMapped sentences about options that have no counterpart
record CurlOptions(
    List<String> addresses, List<Given> given, Set<String> flags, List<String> notMapped) {
  /// @param value marked
  record Given(String name, String value) {}

  private static final Map<String, String> SHORT_WITH_VALUE = shortWithValue();
  private static final Map<String, String> SHORT =
      Map.ofEntries(
          Map.entry("G", "get"),
          Map.entry("I", "head"),
          Map.entry("L", "location"),
          Map.entry("k", "insecure"),
          Map.entry("s", "silent"),
          Map.entry("S", "show-error"),
          Map.entry("f", "fail"),
          Map.entry("v", "verbose"),
          Map.entry("i", "include"),
          Map.entry("g", "globoff"),
          Map.entry("N", "no-buffer"),
          Map.entry("O", "remote-name"),
          Map.entry("4", "ipv4"),
          Map.entry("6", "ipv6"));
  private static final Set<String> LONG_WITH_VALUE =
      Set.of(
          "request",
          "header",
          "data",
          "data-raw",
          "data-binary",
          "data-ascii",
          "data-urlencode",
          "json",
          "form",
          "form-string",
          "user",
          "user-agent",
          "referer",
          "cookie",
          "cookie-jar",
          "output",
          "write-out",
          "max-time",
          "connect-timeout",
          "cacert",
          "cert",
          "key",
          "proxy",
          "url",
          "upload-file",
          "retry",
          "retry-delay",
          "retry-max-time",
          "max-redirs",
          "resolve",
          "interface",
          "capath",
          "oauth2-bearer",
          "config",
          "dump-header",
          "range",
          "proxy-user",
          "proxy-header",
          "preproxy",
          "socks5",
          "socks5-hostname",
          "pass",
          "proxy-pass",
          "tlsuser",
          "tlspassword",
          "proxy-tlspassword",
          "aws-sigv4",
          "login-options",
          "netrc-file",
          "noproxy",
          "connect-to",
          "cert-type",
          "key-type",
          "unix-socket",
          "url-query",
          "variable",
          "limit-rate",
          "max-filesize",
          "doh-url",
          "pinnedpubkey",
          "time-cond",
          "trace",
          "trace-ascii",
          "stderr");
  private static final Set<String> OF_NO_MATTER =
      Set.of(
          "silent",
          "show-error",
          "verbose",
          "include",
          "fail",
          "fail-with-body",
          "no-buffer",
          "output",
          "write-out",
          "globoff",
          "compressed",
          "no-progress-meter",
          "progress-bar",
          "remote-name",
          "dump-header",
          "http1.1",
          "max-redirs",
          "ipv4",
          "ipv6");
  private static final Set<String> USED =
      Set.of(
          "request",
          "header",
          "data",
          "data-raw",
          "data-binary",
          "data-ascii",
          "data-urlencode",
          "json",
          "form",
          "form-string",
          "user",
          "user-agent",
          "referer",
          "cookie",
          "max-time",
          "connect-timeout",
          "cacert",
          "proxy",
          "url",
          "get",
          "head",
          "location",
          "http2",
          "interface",
          "oauth2-bearer");

  CurlOptions {
    addresses = List.copyOf(addresses);
    given = List.copyOf(given);
    flags = Set.copyOf(flags);
    notMapped = List.copyOf(notMapped);
  }

  private static Map<String, String> shortWithValue() {
    var names = new LinkedHashMap<String, String>();
    names.put("X", "request");
    names.put("H", "header");
    names.put("d", "data");
    names.put("F", "form");
    names.put("u", "user");
    names.put("A", "user-agent");
    names.put("e", "referer");
    names.put("b", "cookie");
    names.put("c", "cookie-jar");
    names.put("o", "output");
    names.put("w", "write-out");
    names.put("m", "max-time");
    names.put("E", "cert");
    names.put("x", "proxy");
    names.put("U", "proxy-user");
    names.put("z", "time-cond");
    names.put("T", "upload-file");
    names.put("K", "config");
    names.put("D", "dump-header");
    names.put("r", "range");
    return Map.copyOf(names);
  }

  static CurlOptions of(List<String> words) {
    var addresses = new ArrayList<String>();
    var given = new ArrayList<Given>();
    var flags = new java.util.LinkedHashSet<String>();
    var plain = false;
    for (var i = 0; i < words.size(); i++) {
      var word = words.get(i);
      if (plain || !word.startsWith("-") || word.equals("-")) {
        addresses.add(word);
      } else if (word.equals("--")) {
        plain = true;
      } else if (word.startsWith("--")) {
        var name = word.substring(2);
        var equals = name.indexOf('=');
        if (equals > 0 && LONG_WITH_VALUE.contains(name.substring(0, equals))) {
          given.add(new Given(name.substring(0, equals), name.substring(equals + 1)));
        } else if (equals > 0) {
          flags.add(name.substring(0, equals)); // what stands behind it may be a key
        } else if (LONG_WITH_VALUE.contains(name) && i + 1 < words.size()) {
          given.add(new Given(name, words.get(++i)));
        } else {
          flags.add(name);
        }
      } else {
        i = shortOnes(words, i, given, flags);
      }
    }
    given.stream()
        .filter(each -> each.name().equals("url"))
        .forEach(each -> addresses.add(each.value()));
    return new CurlOptions(addresses, given, flags, notMapped(given, flags));
  }

  /// A word such as `-sSXPOST`; returns the index of the last word used.
  private static int shortOnes(
      List<String> words, int index, List<Given> given, Set<String> flags) {
    var word = words.get(index);
    for (var i = 1; i < word.length(); i++) {
      var letter = word.substring(i, i + 1);
      var name = SHORT_WITH_VALUE.get(letter);
      if (name != null) {
        var value = word.substring(i + 1);
        if (!value.isEmpty()) {
          given.add(new Given(name, value));
          return index;
        }
        if (index + 1 < words.size()) {
          given.add(new Given(name, words.get(index + 1)));
        }
        return index + 1;
      }
      flags.add(SHORT.getOrDefault(letter, letter));
    }
    return index;
  }

  private static List<String> notMapped(List<Given> given, Set<String> flags) {
    var names = new java.util.LinkedHashSet<>(flags);
    given.forEach(each -> names.add(each.name()));
    var sentences = new ArrayList<String>();
    for (var name : names) {
      if (name.equals("insecure")) {
        sentences.add(
            "--insecure: certificates are always verified; name your authority under tls");
      } else if (name.equals("cookie") && given.stream().anyMatch(CurlOptions::isCookieFile)) {
        sentences.add("--cookie: the cookies of a file are not sent; name them as a header");
      } else if (name.equals("cert") || name.equals("key")) {
        sentences.add(
            "--"
                + name
                + ": no certificate of a client is sent; a service that wants one refuses the"
                + " step");
      } else if (!USED.contains(name) && !OF_NO_MATTER.contains(name)) {
        sentences.add((name.length() == 1 ? "-" : "--") + name + " has no counterpart");
      }
    }
    return sentences;
  }

  /// As curl takes it: what holds no `=` is the name of a file.
  static boolean isCookieFile(Given given) {
    return given.name().equals("cookie")
        && given.value().indexOf('=') < 0
        && !Marked.hasVariable(given.value());
  }

  boolean has(String flag) {
    return flags.contains(flag);
  }

  List<String> values(String name) {
    return given.stream().filter(each -> each.name().equals(name)).map(Given::value).toList();
  }

  /// The last one, as curl takes it; an empty text where there is none.
  String value(String name) {
    var values = values(name);
    return values.isEmpty() ? "" : values.getLast();
  }
}
