package dev.plimsoll.core.check.backup;

import dev.plimsoll.core.check.expect.Expectation;
import dev.plimsoll.core.model.AboutBackup;
import dev.plimsoll.core.model.Verb;
import dev.plimsoll.core.model.VerbKind;
import java.util.ArrayList;
import java.util.List;

/// The verb `backup`.
///
/// @param set name of the backup set
/// @param force take one although nothing has changed
/// @param rehash read every file, also those that look unchanged
/// @param expect what must hold of the figures
public record TakeBackup(String set, boolean force, boolean rehash, List<Expectation> expect)
    implements Verb, AboutBackup {
  public TakeBackup {
    expect = List.copyOf(expect);
  }

  @Override
  public String word() {
    return "backup";
  }

  @Override
  public VerbKind kind() {
    return VerbKind.ACTION;
  }

  /// What it adds harms nothing, and what it removes the keep rules let go of anyway.
  @Override
  public boolean needsTimeOut() {
    return false;
  }

  @Override
  public String expected() {
    var words = new ArrayList<String>();
    words.add(
        "a backup of " + set + (force ? "" : ", or nothing changed since the last") + ", verified");
    expect.forEach(each -> words.add(each.toString()));
    return String.join("; ", words);
  }

  @Override
  public List<String> describe() {
    return List.of(
        "takes and verifies a backup of the set "
            + set
            + " with its commands, then removes backups that its keep rules let go");
  }
}
