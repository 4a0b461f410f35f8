package dev.plimsoll.core.check.snapshot;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where rows come from.
sealed interface Source {
  /// For a sentence.
  String words();

  /// The file that is read, or null where none is.
  @Nullable String file();

  /// A table of a Markdown file.
  ///
  /// @param anchor of a heading above it, empty for the first table that has the columns
  /// @param columns that are looked at, empty for all
  /// @param name the column that names a row, or null for the first
  /// @param members the column of what belongs to a row, or null for none
  record Table(
      String file,
      String anchor,
      List<String> columns,
      @Nullable String name,
      @Nullable String members)
      implements Source {
    public Table {
      columns = List.copyOf(columns);
    }

    @Override
    public String words() {
      return file + (anchor.isEmpty() ? "" : "#" + anchor);
    }
  }

  /// A table or list of a TOML, JSON or YAML file.
  ///
  /// @param path members parted by dots, empty for the whole file
  /// @param name the member that names an item of a list of tables, or null for `name` or `id`
  /// @param members the member that holds what belongs to an item, or null for none
  record Tree(String file, String path, @Nullable String name, @Nullable String members)
      implements Source {
    @Override
    public String words() {
      return file + (path.isEmpty() ? "" : "#" + path);
    }
  }

  /// Lines of a file that are neither blank nor begin with `#`.
  ///
  /// @param matches a regular expression whose first group (or whole match) is the name, or null;
  ///   other lines are passed over then
  record Lines(String file, @Nullable String matches) implements Source {
    @Override
    public String words() {
      return file;
    }
  }

  /// Lines that a program prints.
  record Printed(List<String> program, @Nullable String matches) implements Source {
    public Printed {
      program = List.copyOf(program);
    }

    @Override
    public String words() {
      return "the output of " + String.join(" ", program);
    }

    @Override
    public @Nullable String file() {
      return null;
    }
  }
}
