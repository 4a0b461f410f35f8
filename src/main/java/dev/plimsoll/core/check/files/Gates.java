package dev.plimsoll.core.check.files;

import dev.plimsoll.core.check.clause.Clause;
import dev.plimsoll.core.check.paths.RepositoryPaths;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Position;
import dev.plimsoll.core.model.Severity;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// `gates`: what workflows and scripts call a gate can stop a release. A workflow must lie where it
/// is read; a job or script must do more than print; nothing may swallow a failure.
///
/// @param in patterns of workflows and scripts
/// @param jobs of the workflows, which must be there; empty for all
record Gates(List<String> in, List<String> jobs) implements FileRule {
  /// Where GitHub reads workflows: here, and not below.
  static final String WORKFLOWS = ".github/workflows/";

  private static final long LARGEST = 1L << 20;
  private static final int MOST_NAMED = 50;
  private static final Set<String> OF_OTHERS =
      Set.of("node_modules", "vendor", ".venv", "venv", "target", "build", "dist", "third_party");

  Gates {
    in = List.copyOf(in);
    jobs = List.copyOf(jobs);
  }

  @Override
  public String words() {
    return "the gates in "
        + String.join(", ", in)
        + (jobs.isEmpty() ? "" : " (" + String.join(", ", jobs) + ")")
        + " can fail, and are run";
  }

  @Override
  public Clause check(FilePlace place) throws IOException {
    var files = in.stream().flatMap(glob -> place.files(glob).stream()).distinct().toList();
    if (files.isEmpty()) {
      return Clause.broken(
          "no gate",
          Finding.error("No workflow and no script is there under " + String.join(", ", in) + "."));
    }
    var gates = new GateFacts();
    for (var file : files) {
      var name = place.shown(file);
      if (isYaml(name)) {
        gates.workflow(name, bytes(file, place));
      } else {
        gates.script(name, text(file, place));
      }
    }
    var findings = new ArrayList<>(gates.judge(jobs));
    findings.addAll(astray(place));
    if (findings.isEmpty() && gates.count() == 0) {
      return Clause.broken(
          "no gate", Finding.error("Nothing in " + String.join(", ", in) + " is a gate."));
    }
    var words = gates.count() + (gates.count() == 1 ? " gate in " : " gates in ") + files.size();
    return findings.isEmpty()
        ? Clause.held(words + (files.size() == 1 ? " file" : " files"))
        : Clause.broken("gates that stop nothing", findings.stream().limit(MOST_NAMED).toList());
  }

  /// Workflows that lie where nobody reads them.
  private static List<Finding> astray(FilePlace place) throws IOException {
    var findings = new ArrayList<Finding>();
    for (var file : new RepositoryPaths(place.root()).matching("**/*.{yml,yaml}")) {
      var name = place.shown(file);
      var isRead = name.matches("\\.github/workflows/[^/]+");
      var isOthers = List.of(name.split("/")).stream().anyMatch(OF_OTHERS::contains);
      if (!isRead && !isOthers && Files.size(file) <= LARGEST) {
        var facts = new GateFacts();
        facts.workflow(name, Files.readAllBytes(file));
        if (facts.isWorkflow()) {
          findings.add(
              new Finding(
                  Severity.ERROR,
                  name + " is a workflow in a folder that GitHub does not read.",
                  Position.of(name),
                  "Move it to " + WORKFLOWS + ", or remove it."));
        }
      }
    }
    return findings;
  }

  private static boolean isYaml(String name) {
    return name.endsWith(".yml") || name.endsWith(".yaml");
  }

  private static byte[] bytes(Path file, FilePlace place) throws IOException {
    if (Files.size(file) > LARGEST) {
      throw new IOException(place.shown(file) + " is larger than 1 MiB");
    }
    return Files.readAllBytes(file);
  }

  private static String text(Path file, FilePlace place) throws IOException {
    bytes(file, place);
    try {
      return Files.readString(file);
    } catch (CharacterCodingException noText) {
      throw new IOException(place.shown(file) + " is not UTF-8 text", noText);
    }
  }
}
