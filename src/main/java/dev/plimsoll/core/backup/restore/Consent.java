package dev.plimsoll.core.backup.restore;

/// What a person has said to a plan.
///
/// @param typed what was typed where [RestorePlan#ask] asks for something; empty otherwise
/// @param acceptsStranger whether a backup of another product is put back all the same
public record Consent(String typed, boolean acceptsStranger) {
  /// Where nothing is asked.
  public static final Consent PLAIN = new Consent("", false);

  public static Consent typed(String text) {
    return new Consent(text.strip(), false);
  }

  boolean answers(RestorePlan.Ask ask) {
    return switch (ask) {
      case RestorePlan.Ask.Nothing nothing -> true;
      case RestorePlan.Ask.Count(long lost) -> typed.equals(Long.toString(lost));
      case RestorePlan.Ask.Word(String word) -> typed.equals(word);
    };
  }
}
