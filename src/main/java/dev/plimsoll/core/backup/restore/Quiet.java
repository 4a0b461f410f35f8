package dev.plimsoll.core.backup.restore;

import dev.plimsoll.core.model.BackupSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Runs what a set asks for before and after its files are put back. Once any command before was
/// begun, those after are due, whatever happens: nobody's services stay down for a restore that was
/// refused. Use it once.
final class Quiet {
  /// In a command after: the folder with what commands had written into the backup.
  static final String PLACE = "{outputs}";

  private final BackupSet.Around around;
  private final Site site;
  private final Meter meter;
  private boolean begun;

  Quiet(BackupSet.Around around, Site site, Meter meter) {
    this.around = around;
    this.site = site;
    this.meter = meter;
  }

  boolean isNothing() {
    return around.before().isEmpty() && around.after().isEmpty();
  }

  /// @return what failed, as a whole sentence; then the rest was not begun
  Optional<String> before() throws InterruptedException {
    for (var words : around.before()) {
      meter.point("before");
      begun = true;
      var ended = site.commands().run(words, site.root());
      if (!ended.isGood()) {
        return Optional.of("A command before failed: " + ended.sentence());
      }
    }
    return Optional.empty();
  }

  /// @param done whether files were put back: then those after run in any case
  /// @return what is worth knowing, a whole sentence each; the rest runs though one fails
  List<String> after(Path outputs, boolean done) throws InterruptedException {
    var said = new ArrayList<String>();
    if (!begun && !done) {
      return said;
    }
    for (var words : around.after()) {
      var usesOutputs = words.stream().anyMatch(word -> word.contains(PLACE));
      if (usesOutputs && !done) {
        said.add("Not run, since nothing was put back: " + String.join(" ", words) + ".");
      } else {
        meter.point("after");
        var ended =
            site.commands()
                .run(
                    words.stream().map(word -> word.replace(PLACE, outputs.toString())).toList(),
                    site.root());
        if (!ended.isGood()) {
          said.add("A command after failed: " + ended.sentence());
        }
      }
    }
    return said;
  }
}
