package dev.plimsoll.core.backup.restic;

import dev.plimsoll.core.backup.Manifest;
import dev.plimsoll.core.backup.MemberPaths;
import dev.plimsoll.core.backup.Unpacked;
import dev.plimsoll.core.backup.Work.Progress;
import dev.plimsoll.core.backup.Work.Stage;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.trust.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;

/// Puts files of a snapshot into a folder, and holds each against the manifest.
///
/// @param paths as in the manifest; all where it is empty
/// @param into an empty folder, or one to be made
record ResticUnpack(Repository repository, String id, Collection<String> paths, Path into) {
  /// More than this are not named one by one: a command line has its end.
  private static final int MOST_NAMED = 200;

  Unpacked run(Progressing progress) throws InterruptedException {
    progress.stage(Stage.UNPACKING);
    var manifest = repository.manifest(id);
    var wanted =
        paths.isEmpty()
            ? manifest.members()
            : manifest.members().stream().filter(each -> paths.contains(each.path())).toList();
    for (var member : wanted) {
      if (!MemberPaths.isSafe(member.path())) {
        throw notUnpacked(member.path() + " is no path that stays in its folder.");
      }
    }
    var words = Repository.words("restore", "--no-lock", "--verify", "--target", into.toString());
    if (!paths.isEmpty() && wanted.size() <= MOST_NAMED) {
      wanted.forEach(member -> words.addAll(List.of("--include", "/" + literal(member.path()))));
    }
    words.add(id);
    try {
      Files.createDirectories(into);
      var ended = repository.ask(Program.lines(_ -> {}), words);
      if (!ended.isGood()) {
        throw notUnpacked("restic says: " + Repository.reason(ended) + ".");
      }
      Files.deleteIfExists(into.resolve(Repository.MANIFEST));
      return held(wanted, progress);
    } catch (IOException full) {
      throw Problem.of(
          "Backup not unpacked",
          into + " cannot be written: " + full.getMessage() + ".",
          "Make room there, and try again.",
          full);
    }
  }

  /// Nothing of a pattern in it.
  private static String literal(String path) {
    return path.replaceAll("([\\\\*?\\[\\]])", "\\\\$1");
  }

  private Unpacked held(List<Manifest.Member> wanted, Progressing progress) throws IOException {
    var digests = new HashMap<String, String>();
    var bytes = 0L;
    var total = wanted.stream().mapToLong(Manifest.Member::size).sum();
    var missing = new ArrayList<String>();
    for (var member : wanted) {
      var file = into.resolve(member.path());
      if (!member.isFile()) {
        continue;
      }
      if (!Files.isRegularFile(file)) {
        missing.add(member.path());
        continue;
      }
      var digest = Digests.sha256Hex(file);
      if (!digest.equals(member.sha256())) {
        throw notUnpacked(member.path() + " is not as the manifest says.");
      }
      digests.put(member.path(), digest);
      bytes += member.size();
      progress.set(
          new Progress(
              Stage.VERIFYING, bytes, total, digests.size(), wanted.size(), member.path()));
    }
    if (!missing.isEmpty()) {
      throw notUnpacked(missing.getFirst() + " is missing in the snapshot.");
    }
    return new Unpacked(id, into, digests, bytes);
  }

  private Problem notUnpacked(String sentence) {
    return Problem.of("Backup not unpacked", id + ": " + sentence, "Go back to another backup.");
  }
}
