package dev.plimsoll.core.check.personal;

import dev.plimsoll.core.model.Verb;
import dev.plimsoll.core.model.VerbKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The verb `personal-data`.
///
/// @param exports patterns of the files
/// @param patterns what is looked for by its form
/// @param wordList a file of names, one a line, or null
/// @param fields columns, keys and properties that hold nothing but redacted or hashed values
/// @param allow patterns of addresses that are nobody's own
public record PersonalTraces(
    List<String> exports,
    List<Form> patterns,
    @Nullable String wordList,
    List<String> fields,
    List<String> allow)
    implements Verb {
  public PersonalTraces {
    exports = List.copyOf(exports);
    patterns = List.copyOf(patterns);
    fields = List.copyOf(fields);
    allow = List.copyOf(allow);
  }

  /// What is known by its form.
  public enum Form {
    EMAIL,
    PHONE
  }

  @Override
  public String word() {
    return "personal-data";
  }

  @Override
  public VerbKind kind() {
    return VerbKind.CHECK;
  }

  @Override
  public String expected() {
    return "no personal data in " + String.join(", ", exports);
  }

  @Override
  public List<String> describe() {
    var lines = new ArrayList<String>();
    lines.add("looks for personal data in " + String.join(", ", exports));
    if (wordList != null) {
      lines.add("reads the names in " + wordList + ", showing none");
    }
    return lines;
  }
}
