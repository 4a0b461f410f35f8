package dev.plimsoll.core.audit.scan;

/// Proves of bytes that they are a number as a writer spells it.
final class NumberScan {
  private static final int LONGEST_INTEGER = 16;
  private static final long LARGEST_INTEGER = (1L << 53) - 1;

  private final Spelling.Numbers numbers;

  NumberScan(Spelling.Numbers numbers) {
    this.numbers = numbers;
  }

  /// @return behind the number that stands here, or [JsonScan#NOT]
  int number(byte[] bytes, int at) {
    var start = bytes[at] == '-' ? at + 1 : at;
    var end = digits(bytes, start);
    if (end == start || (bytes[start] == '0' && end > start + 1)) {
      return JsonScan.NOT;
    }
    var next = bytes[end];
    var isInteger = next != '.' && next != 'e' && next != 'E';
    if (isInteger && isExact(bytes, start, end) && (start == at || bytes[start] != '0')) {
      return end;
    }
    return switch (numbers) {
      case INTEGERS -> JsonScan.NOT;
      case ANY -> isInteger ? end : fraction(bytes, end);
    };
  }

  private static int digits(byte[] bytes, int from) {
    var at = from;
    while (bytes[at] >= '0' && bytes[at] <= '9') {
      at++;
    }
    return at;
  }

  private static boolean isExact(byte[] bytes, int start, int end) {
    if (end - start > LONGEST_INTEGER) {
      return false;
    }
    var value = 0L;
    for (var i = start; i < end; i++) {
      value = 10 * value + bytes[i] - '0';
    }
    return value <= LARGEST_INTEGER;
  }

  private static int fraction(byte[] bytes, int from) {
    var at = from;
    if (bytes[at] == '.') {
      at = digits(bytes, from + 1);
      if (at == from + 1) {
        return JsonScan.NOT;
      }
    }
    if (bytes[at] == 'e' || bytes[at] == 'E') {
      var power = bytes[at + 1] == '-' || bytes[at + 1] == '+' ? at + 2 : at + 1;
      at = digits(bytes, power);
      if (at == power) {
        return JsonScan.NOT;
      }
    }
    return at;
  }
}
