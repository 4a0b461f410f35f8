package dev.plimsoll.attack;

/// What a verifier must say.
///
/// @param exit 0 proven, 1 failed, 2 could not tell, 3 proven with warnings; -1 where the verifier
///   is not asked
/// @param word a reason code, or a part of a sentence
record Said(int exit, String word) {
  private static final String[] VERDICTS = {
    "proven", "**failed**", "could not tell", "proven with warnings"
  };

  static Said failed(String code) {
    return new Said(1, code);
  }

  static Said open(String word) {
    return new Said(2, word);
  }

  static Said warned(String code) {
    return new Said(3, code);
  }

  /// Not detected: the sentence that keeps the verdict from being read as more than it is.
  static Said blind(String note) {
    return new Said(0, note);
  }

  /// It cannot read this kind of thing at all.
  static Said notAsked(String why) {
    return new Said(-1, why);
  }

  boolean isAsked() {
    return exit >= 0;
  }

  /// For a table.
  String cell() {
    if (!isAsked()) {
      return "*" + word + "*";
    }
    var code = word.matches("[A-Z_]{5,}") ? "`" + word + "`" : "“" + word + "”";
    return VERDICTS[exit] + (word.isEmpty() ? "" : ", " + code);
  }
}
