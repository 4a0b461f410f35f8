package dev.plimsoll.core.check.logs;

import dev.plimsoll.core.model.Verb;
import dev.plimsoll.core.model.VerbKind;
import java.util.List;
import java.util.stream.Collectors;

/// The verb `logs`.
///
/// @param files patterns, relative to the repository
/// @param fields what must stand in each line
/// @param atLeast how many lines there must be, in all files together; at least 1
public record LogRules(List<String> files, List<LogField> fields, int atLeast) implements Verb {
  public LogRules {
    files = List.copyOf(files);
    fields = List.copyOf(fields);
  }

  @Override
  public String word() {
    return "logs";
  }

  @Override
  public VerbKind kind() {
    return VerbKind.CHECK;
  }

  @Override
  public String expected() {
    var with =
        fields.isEmpty()
            ? ""
            : " with " + fields.stream().map(LogField::words).collect(Collectors.joining(", "));
    return "at least " + atLeast + (atLeast == 1 ? " line" : " lines") + " of JSON" + with;
  }

  @Override
  public List<String> describe() {
    return files.stream().map(glob -> "reads the log " + glob).toList();
  }
}
