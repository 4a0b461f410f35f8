package dev.plimsoll.desktop.screen.audit;

import java.nio.file.Path;

/// A log that can be verified. Equal choices are the same log.
public sealed interface LogChoice {
  /// How it is called in the list.
  String title();

  /// How it is called under the title of its group.
  default String listed() {
    return title();
  }

  /// Where it lies, or whose it is.
  String place();

  /// A chain of another program that a project declares.
  ///
  /// @param root the repository's top folder
  /// @param name in the project file
  /// @param file where it lies now
  record Chain(Path root, String name, Path file) implements LogChoice {
    @Override
    public String title() {
      return name;
    }

    @Override
    public String place() {
      return file.startsWith(root) ? root.relativize(file).toString() : file.toString();
    }
  }

  /// A log of Plimsoll's own, in the history.
  ///
  /// @param project what it is kept under
  /// @param epoch 1 for a project's first log, one more for every one begun in its place
  /// @param product whose releases it records; empty where it has no entry yet
  record Own(String project, long epoch, String product) implements LogChoice {
    @Override
    public String title() {
      return (product.isEmpty() ? "Audit log" : "Audit log of " + product)
          + (epoch > 1 ? " · epoch " + epoch : "");
    }

    @Override
    public String listed() {
      return (product.isEmpty() ? "Audit log" : product) + (epoch > 1 ? " · epoch " + epoch : "");
    }

    @Override
    public String place() {
      return "kept in the history";
    }
  }

  /// A file that was opened or dropped.
  record GivenFile(Path file) implements LogChoice {
    @Override
    public String title() {
      return String.valueOf(file.getFileName());
    }

    @Override
    public String place() {
      return String.valueOf(file.toAbsolutePath().getParent());
    }
  }
}
