package dev.plimsoll.core.check.backup;

import dev.plimsoll.core.check.expect.Expectation;
import dev.plimsoll.core.model.AboutBackup;
import dev.plimsoll.core.model.Verb;
import dev.plimsoll.core.model.VerbKind;
import java.util.ArrayList;
import java.util.List;

/// The verb `drill`: a backup is restored into a scratch folder and held there against its manifest
/// and everything that its set says must hold.
///
/// @param point `newest`, or the id of a backup; variables unresolved
/// @param expect what must hold of the figures
public record Drill(String set, String point, List<Expectation> expect)
    implements Verb, AboutBackup {
  static final String NEWEST = "newest";

  public Drill {
    expect = List.copyOf(expect);
  }

  @Override
  public String word() {
    return "drill";
  }

  /// It reads backups and writes into a scratch folder only.
  @Override
  public VerbKind kind() {
    return VerbKind.CHECK;
  }

  @Override
  public String expected() {
    var words = new ArrayList<String>();
    words.add(
        (point.equals(NEWEST) ? "the newest backup of " + set : point)
            + " restores, and holds what the set asks for");
    expect.forEach(each -> words.add(each.toString()));
    return String.join("; ", words);
  }

  @Override
  public List<String> describe() {
    return List.of(
        "restores a backup of the set "
            + set
            + " into a scratch folder and runs the set's proof commands there");
  }
}
