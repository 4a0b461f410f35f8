package dev.plimsoll.core.check.backup;

import dev.plimsoll.core.backup.act.Words;
import dev.plimsoll.core.check.expect.Expectation;
import dev.plimsoll.core.model.AboutBackup;
import dev.plimsoll.core.model.Verb;
import dev.plimsoll.core.model.VerbKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The verb `restore-point`: the newest backup of a set is there, and is what the log says of it.
///
/// @param youngerThan the newest must be of that age or younger, or null
/// @param provenWithin some backup that is still there was proven that long ago or less, or null
/// @param verified whether every byte of the newest must have been read back
/// @param expect what must hold of the figures
public record PointCheck(
    String set,
    @Nullable Duration youngerThan,
    @Nullable Duration provenWithin,
    boolean verified,
    List<Expectation> expect)
    implements Verb, AboutBackup {
  public PointCheck {
    expect = List.copyOf(expect);
  }

  @Override
  public String word() {
    return "restore-point";
  }

  @Override
  public VerbKind kind() {
    return VerbKind.CHECK;
  }

  @Override
  public String expected() {
    var words = new ArrayList<String>();
    words.add("a backup of " + set + " to go back to");
    if (youngerThan != null) {
      words.add("younger than " + Words.age(youngerThan));
    }
    if (verified) {
      words.add("verified");
    }
    if (provenWithin != null) {
      words.add("proven restorable within " + Words.age(provenWithin));
    }
    expect.forEach(each -> words.add(each.toString()));
    return String.join("; ", words);
  }

  @Override
  public List<String> describe() {
    return List.of("looks at the backups of the set " + set + " and at what the log says of them");
  }
}
