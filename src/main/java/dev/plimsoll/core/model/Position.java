package dev.plimsoll.core.model;

/// A place in a file: `file` relative to the repository with `/`, `line` and `column` from 1. Line
/// 0 means the file as a whole, column 0 the line as a whole.
public record Position(String file, int line, int column) {
  public static Position of(String file) {
    return new Position(file, 0, 0);
  }

  public static Position of(String file, int line) {
    return new Position(file, line, 0);
  }

  /// `file`, `file:line` or `file:line:column`, as editors understand it.
  @Override
  public String toString() {
    if (line == 0) {
      return file;
    }
    return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
  }
}
