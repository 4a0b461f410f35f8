package dev.plimsoll.core.checklist;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The cases of a repository, with the digest of the `.plimsoll/` that they were read from: whoever
/// runs them holds it against what was trusted.
///
/// @param digest as [ProjectFolder#digest]
/// @param files those without errors, ordered by name
public record CaseFiles(String digest, List<CaseFile> files) {
  static final String FOLDER = "checklists/tests/";

  public CaseFiles {
    files = List.copyOf(files);
  }

  /// @throws dev.plimsoll.core.model.Problem as [ProjectFolder#read]; what is wrong in the files is
  ///   said by lint
  public static CaseFiles read(Path repository) {
    var folder = FolderFiles.read(repository);
    var files = new ArrayList<CaseFile>();
    folder
        .files()
        .forEach((name, bytes) -> {
          if (isOne(name)) {
            var findings = new Findings();
            var source = SourceFile.of(FolderFiles.at(name).file(), bytes, findings);
            var file = source == null ? null : new CaseReader(findings).read(source);
            if (file != null) {
              files.add(file);
            }
          }
        });
    return new CaseFiles(folder.digest(), files);
  }

  /// Whether a file of `.plimsoll/` holds cases.
  static boolean isOne(String name) {
    return name.startsWith(FOLDER)
        && name.endsWith(".yaml")
        && name.indexOf('/', FOLDER.length()) < 0;
  }
}
