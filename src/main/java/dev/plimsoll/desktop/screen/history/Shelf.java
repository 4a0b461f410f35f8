package dev.plimsoll.desktop.screen.history;

/// What is listed.
public enum Shelf {
  RELEASES("Releases"),
  RUNS("Runs"),
  RECORDS("Records");

  private final String title;

  Shelf(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }
}
