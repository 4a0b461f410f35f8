package dev.plimsoll.core.checklist;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The files of the sample: a small real product with a test, a changelog and a checklist, ready to
/// be walked in two minutes. Whoever calls makes a git repository of them, branch `main`, one
/// commit.
public final class SampleProject {
  /// The version that the sample proposes.
  public static final String VERSION = "1.0.0";

  private static final List<String> FILES =
      List.of(
          "README.md",
          "CHANGELOG.md",
          "VERSION",
          "lantern.sh",
          "lantern.bat",
          "tests/run.sh",
          "tests/run.bat",
          ".gitignore",
          ".gitattributes",
          ".plimsoll/project.yaml",
          ".plimsoll/allowed_signers",
          ".plimsoll/checklists/pre-release.yaml",
          ".plimsoll/checklists/release.yaml");

  private SampleProject() {}

  /// @param date the date in the changelog, today
  /// @param person who may play every role
  /// @return text by path with `/`, to be written as UTF-8 as it is
  public static Map<String, String> files(LocalDate date, Signatory person) {
    var files = new LinkedHashMap<String, String>();
    for (var file : FILES) {
      var text =
          resource(file)
              .replace("@DATE@", date.toString())
              .replace("@PRINCIPAL@", Yaml.quoted(person.principal()))
              .replace("@NAME@", Yaml.quoted(person.name()))
              .replace("@SIGNER@", person.line());
      // cmd loses its way among labels in a batch file whose lines end in LF
      files.put(file, file.endsWith(".bat") ? text.replace("\n", "\r\n") : text);
    }
    return files;
  }

  /// The files lie without the dots that would make them rules of this repository.
  private static String resource(String file) {
    return Resources.text("/sample/" + (file.startsWith(".") ? file.substring(1) : file));
  }
}
