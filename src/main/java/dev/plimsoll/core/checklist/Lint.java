package dev.plimsoll.core.checklist;

import dev.plimsoll.core.model.Checklist.Source;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Position;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Everything that is wrong with project and checklist files, in a stable order.
///
/// @param findings by file, line and column
public record Lint(List<Finding> findings) {
  public Lint {
    findings = List.copyOf(findings);
  }

  /// All files of a repository's `.plimsoll/`.
  ///
  /// @throws Problem as [ProjectFolder#read]
  public static Lint folder(Path repository, Collection<? extends VerbReader> verbs) {
    return new Lint(ProjectFolder.read(repository, verbs).findings());
  }

  /// Single files. One that lies in a `.plimsoll/` is read together with its folder, and findings
  /// at this file are given; any other stands alone: names that other files would explain are not
  /// looked at. The key `schema` tells what a file is.
  ///
  /// @throws Problem where a file cannot be read
  public static Lint files(List<Path> files, Collection<? extends VerbReader> verbs) {
    var all = new ArrayList<Finding>();
    for (var file : files) {
      var folder = folderOf(file.toAbsolutePath().normalize());
      all.addAll(folder == null ? alone(file, verbs) : within(folder, file, verbs));
    }
    return new Lint(FolderReader.sorted(all));
  }

  /// The repository whose `.plimsoll/` holds `file`, or null.
  private static @Nullable Path folderOf(Path file) {
    for (var parent = file.getParent(); parent != null; parent = parent.getParent()) {
      var name = parent.getFileName();
      if (name != null && name.toString().equals(FolderFiles.FOLDER)) {
        return parent.getParent();
      }
    }
    return null;
  }

  private static List<Finding> within(
      Path repository, Path file, Collection<? extends VerbReader> verbs) {
    size(file); // a file that is not there is a problem, not a clean file
    var name =
        repository.relativize(file.toAbsolutePath().normalize()).toString().replace('\\', '/');
    return folder(repository, verbs).findings().stream()
        .filter(finding -> finding.at() != null && finding.at().file().equals(name))
        .toList();
  }

  private static List<Finding> alone(Path file, Collection<? extends VerbReader> verbs) {
    var findings = new Findings();
    var name = file.toString().replace('\\', '/');
    if (size(file) > YamlReader.LARGEST) {
      YamlReader.tooLarge(name, size(file), findings);
      return findings.list();
    }
    var source = SourceFile.of(name, bytes(file), findings);
    if (source != null) {
      if (isOf("plimsoll/project/", source)) {
        new ProjectReader().read(source, findings);
      } else if (isOf("plimsoll/checklist-test/", source)) {
        new CaseReader(findings).read(source);
      } else if (isOf("plimsoll/recipe/", source)) {
        new RecipeReader(findings).read(source);
      } else {
        new ChecklistReader(verbs).read(source, findings);
      }
    }
    return findings.list();
  }

  private static boolean isOf(String schemas, Source source) {
    var node = SourceFile.yaml(source, new Findings());
    return node instanceof Node.Fields fields
        && fields.field("schema").map(Node.Field::value).orElse(null) instanceof Node.Scalar schema
        && schema.text().startsWith(schemas);
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException unreadable) {
      throw unreadable(file, unreadable);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw unreadable(file, unreadable);
    }
  }

  private static Problem unreadable(Path file, IOException cause) {
    return Problem.of(
        "File not checked",
        file + " cannot be read.",
        "Correct its name, or look at its permissions.",
        cause);
  }

  /// Whether there is no error; warnings may be there.
  public boolean isClean() {
    return findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
  }

  /// One line each: `file:line:column: error: message next`.
  public String text() {
    var text = new StringBuilder();
    for (var finding : findings) {
      text.append(finding.at() == null ? "" : finding.at() + ": ")
          .append(finding.severity().name().toLowerCase(Locale.ROOT))
          .append(": ")
          .append(finding.message())
          .append(finding.next() == null ? "" : " " + finding.next())
          .append('\n');
    }
    return text.toString();
  }

  /// The same for a program: `file`, `line`, `column` (0 where the file or line as a whole is
  /// meant), `severity`, `message`, `next`.
  public List<Map<String, Object>> lines() {
    return findings.stream().map(Lint::line).toList();
  }

  private static Map<String, Object> line(Finding finding) {
    var at = finding.at() == null ? Position.of("") : finding.at();
    var line = new LinkedHashMap<String, Object>();
    line.put("file", at.file());
    line.put("line", at.line());
    line.put("column", at.column());
    line.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
    line.put("message", finding.message());
    line.put("next", finding.next() == null ? "" : finding.next());
    return line;
  }
}
