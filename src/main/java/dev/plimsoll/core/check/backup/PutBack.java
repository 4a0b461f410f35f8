package dev.plimsoll.core.check.backup;

import dev.plimsoll.core.check.expect.Expectation;
import dev.plimsoll.core.model.AboutBackup;
import dev.plimsoll.core.model.Verb;
import dev.plimsoll.core.model.VerbKind;
import java.util.ArrayList;
import java.util.List;

/// The verb `restore`.
///
/// @param what which backup, or the way back from the last restore
/// @param files paths to put back, variables unresolved; all where it is empty
/// @param lose how the loss of log entries is confirmed
/// @param expect what must hold of the figures
public record PutBack(
    String set, What what, List<String> files, Lose lose, List<Expectation> expect)
    implements Verb, AboutBackup {
  public PutBack {
    files = List.copyOf(files);
    expect = List.copyOf(expect);
  }

  /// What is to be put back.
  public sealed interface What {
    /// @param id `newest`, or the id of a backup; variables unresolved
    record Point(String id) implements What {}

    /// What would change is told, and nothing is changed.
    ///
    /// @param id as above
    record Plan(String id) implements What {}

    /// The state before the last restore.
    record Undo() implements What {}
  }

  /// How many entries of logs may be lost. Where the number does not fit, nothing is changed.
  public sealed interface Lose {
    /// @param text a whole number, variables unresolved
    record Given(String text) implements Lose {}

    /// @param step an earlier question of the checklist, answered with the number
    record Answered(String step) implements Lose {}
  }

  @Override
  public String word() {
    return "restore";
  }

  @Override
  public VerbKind kind() {
    return what instanceof What.Plan ? VerbKind.CHECK : VerbKind.ACTION;
  }

  @Override
  public boolean irreversible() {
    return !(what instanceof What.Plan);
  }

  @Override
  public String expected() {
    var words = new ArrayList<String>();
    words.add(
        switch (what) {
          case What.Point(var id) -> named(id) + " put back, every file as its manifest says";
          case What.Plan(var id) -> "what putting back " + named(id) + " would change";
          case What.Undo _ -> "the state before the last restore of " + set + " put back";
        });
    expect.forEach(each -> words.add(each.toString()));
    return String.join("; ", words);
  }

  private String named(String id) {
    return id.equals(Drill.NEWEST) ? "the newest backup of " + set : id + " of " + set;
  }

  @Override
  public List<String> describe() {
    return List.of(
        switch (what) {
          case What.Point _ ->
              "runs the set's commands around a restore, keeps the present state, and puts back"
                  + (files.isEmpty() ? " all files" : " " + String.join(", ", files))
                  + " of a backup of "
                  + set;
          case What.Plan _ -> "reads what putting back a backup of " + set + " would change";
          case What.Undo _ ->
              "runs the set's commands around a restore, and puts back what lay there before the"
                  + " last restore of "
                  + set;
        });
  }
}
