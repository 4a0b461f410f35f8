package dev.plimsoll.core.release;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A version by PEP 440, read as its appendix B says (case, separators, a leading `v` and
/// surrounding blanks are forgiven) and ordered as its reference implementation orders. All numbers
/// are decimal digits without leading zeros.
///
/// @param epoch `0` where none is written
/// @param numbers the release segment, trailing zeros kept
/// @param pre `a1`, `b2`, `rc3`, or null
/// @param post the post-release's number, or null
/// @param dev the development release's number, or null
/// @param local the local version's segments, lower case; empty where there is none
public record Pep440(
    String epoch,
    List<String> numbers,
    @Nullable Pre pre,
    @Nullable String post,
    @Nullable String dev,
    List<String> local)
    implements SchemeVersion {
  // possessive, so that a long version costs neither stack nor back-tracking
  private static final Pattern FORM =
      Pattern.compile(
          """
          \\s*+v?
          (?:(?<epoch>[0-9]++)!)?
          (?<release>[0-9]++(?:\\.[0-9]++)*+)
          (?:[-_.]?(?<preword>alpha|a|beta|b|preview|pre|c|rc)[-_.]?(?<prenumber>[0-9]++)?)?
          (?<post>-(?<postbare>[0-9]++)|[-_.]?(?:post|rev|r)[-_.]?(?<postnumber>[0-9]++)?)?
          (?<dev>[-_.]?dev[-_.]?(?<devnumber>[0-9]++)?)?
          (?:\\+(?<local>[a-z0-9]++(?:[-_.][a-z0-9]++)*+))?
          \\s*+
          """,
          Pattern.CASE_INSENSITIVE | Pattern.COMMENTS);

  private static final Comparator<String> SEGMENT =
      (a, b) -> {
        var aIsNumber = Digits.are(a);
        if (aIsNumber != Digits.are(b)) {
          return aIsNumber ? 1 : -1;
        }
        return aIsNumber ? Digits.compare(a, b) : a.compareTo(b);
      };

  public Pep440 {
    numbers = List.copyOf(numbers);
    local = List.copyOf(local);
  }

  /// @param phase `a`, `b` or `rc`
  public record Pre(String phase, String number) {}

  /// The version, or empty where `text` is none.
  public static Optional<Pep440> parse(String text) {
    var matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    var phase = matcher.group("preword");
    var pre = phase == null ? null : new Pre(phase(phase), number(matcher.group("prenumber")));
    var bare = matcher.group("postbare");
    var post =
        matcher.group("post") == null
            ? null
            : number(bare == null ? matcher.group("postnumber") : bare);
    var dev = matcher.group("dev") == null ? null : number(matcher.group("devnumber"));
    var local = matcher.group("local");
    return Optional.of(
        new Pep440(
            number(matcher.group("epoch")),
            plain(matcher.group("release").split("\\.", -1)),
            pre,
            post,
            dev,
            local == null ? List.of() : plain(local.toLowerCase(Locale.ROOT).split("[-_.]", -1))));
  }

  private static String phase(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "a", "alpha" -> "a";
      case "b", "beta" -> "b";
      default -> "rc";
    };
  }

  private static String number(@Nullable String digits) {
    return digits == null ? "0" : Digits.plain(digits);
  }

  private static List<String> plain(String[] segments) {
    var plain = new ArrayList<String>();
    for (var segment : segments) {
      plain.add(Digits.are(segment) ? Digits.plain(segment) : segment);
    }
    return plain;
  }

  @Override
  public VersionScheme scheme() {
    return VersionScheme.PEP440;
  }

  @Override
  public String normalised() {
    return (epoch.equals("0") ? "" : epoch + "!")
        + String.join(".", numbers)
        + (pre == null ? "" : pre.phase() + pre.number())
        + (post == null ? "" : ".post" + post)
        + (dev == null ? "" : ".dev" + dev)
        + (local.isEmpty() ? "" : "+" + String.join(".", local));
  }

  @Override
  public boolean isPrerelease() {
    return pre != null || dev != null;
  }

  @Override
  public int compareTo(SchemeVersion other) {
    if (!(other instanceof Pep440 that)) {
      throw new IllegalArgumentException(
          "PEP 440 and " + other.scheme().title() + " have no common order");
    }
    var order = Digits.compare(epoch, that.epoch);
    order = order != 0 ? order : compareNumbers(numbers, that.numbers);
    order = order != 0 ? order : Integer.compare(preRank(), that.preRank());
    order = order != 0 ? order : comparePre(that);
    order = order != 0 ? order : compareMissing(post, that.post, -1);
    order = order != 0 ? order : compareMissing(dev, that.dev, 1);
    return order != 0 ? order : compareLocal(local, that.local);
  }

  /// Compares release segments of any length; missing ones count as zero.
  static int compareNumbers(List<String> a, List<String> b) {
    for (var i = 0; i < Math.max(a.size(), b.size()); i++) {
      var order = Digits.compare(i < a.size() ? a.get(i) : "0", i < b.size() ? b.get(i) : "0");
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  /// `1.0.dev1` stands before `1.0a1`, and `1.0a1` before `1.0`.
  private int preRank() {
    if (pre != null) {
      return 1;
    }
    return post == null && dev != null ? 0 : 2;
  }

  private int comparePre(Pep440 that) {
    if (pre == null || that.pre == null) {
      return 0;
    }
    var order = pre.phase().compareTo(that.pre.phase());
    return order != 0 ? order : Digits.compare(pre.number(), that.pre.number());
  }

  private static int compareMissing(@Nullable String a, @Nullable String b, int missing) {
    if (a != null && b != null) {
      return Digits.compare(a, b);
    }
    if (a == null && b == null) {
      return 0;
    }
    return a == null ? missing : -missing;
  }

  private static int compareLocal(List<String> a, List<String> b) {
    for (var i = 0; i < Math.min(a.size(), b.size()); i++) {
      var order = SEGMENT.compare(a.get(i), b.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(a.size(), b.size());
  }

  @Override
  public String toString() {
    return normalised();
  }
}
