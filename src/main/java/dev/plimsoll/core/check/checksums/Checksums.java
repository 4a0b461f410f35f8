package dev.plimsoll.core.check.checksums;

import dev.plimsoll.core.model.Verb;
import dev.plimsoll.core.model.VerbKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The verb `checksums`.
///
/// @param lists patterns of files that list digests
/// @param base the folder that listed paths start in, or null for that of the list, and where
///   nothing is there for the top of the repository
/// @param complete patterns of files that must all be listed
/// @param atLeast how many files must be listed, at least 1
/// @param tolerate differences that warn instead of failing
public record Checksums(
    List<String> lists,
    ListForm form,
    @Nullable String base,
    List<String> complete,
    int atLeast,
    Set<Tolerance> tolerate)
    implements Verb {
  public Checksums {
    lists = List.copyOf(lists);
    complete = List.copyOf(complete);
    tolerate = Set.copyOf(tolerate);
  }

  /// A difference that leaves the content what it was.
  public enum Tolerance {
    LINE_ENDINGS,
    FINAL_NEWLINE
  }

  @Override
  public String word() {
    return "checksums";
  }

  @Override
  public VerbKind kind() {
    return VerbKind.CHECK;
  }

  @Override
  public String expected() {
    var parts = new ArrayList<String>();
    parts.add("every file has the digest in " + String.join(", ", lists));
    if (!complete.isEmpty()) {
      parts.add("every file of " + String.join(", ", complete) + " is listed");
    }
    if (atLeast > 1) {
      parts.add("at least " + atLeast + " files");
    }
    return String.join("; ", parts);
  }

  @Override
  public List<String> describe() {
    var lines = new ArrayList<String>();
    lists.forEach(list -> lines.add("reads " + list + " and every file that it lists"));
    complete.forEach(glob -> lines.add("looks for files of " + glob));
    return lines;
  }
}
