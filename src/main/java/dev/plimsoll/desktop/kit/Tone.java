package dev.plimsoll.desktop.kit;

/// What a colour means here. A colour never speaks alone: an icon and a word stand beside it.
public enum Tone {
  GOOD("tone-good"),
  BAD("tone-bad"),
  CAUTION("tone-caution"),
  /// Accepted or put off by a person: waived, deferred, overridden.
  EXCEPTION("tone-exception"),
  INFO("tone-info"),
  NEUTRAL("tone-neutral");

  private final String styleClass;

  Tone(String styleClass) {
    this.styleClass = styleClass;
  }

  public String styleClass() {
    return styleClass;
  }
}
