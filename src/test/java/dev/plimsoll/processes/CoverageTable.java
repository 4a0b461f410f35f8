package dev.plimsoll.processes;

import dev.plimsoll.processes.Carrier.ByProduct;
import dev.plimsoll.processes.Carrier.ByStep;
import dev.plimsoll.processes.Carrier.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// `docs/processes.md`: every requirement, what carries it, how that was tried. Run [#main] from
/// the top of the repository to write it anew.
final class CoverageTable {
  static final Path PAGE = Path.of("docs/processes.md");
  private static final Map<String, String> GROUPS =
      Map.of(
          "S000", "astroengine-plan: AstroEngine, the plan",
          "S001", "astroengine: AstroEngine, current practice",
          "S002", "involution: Involution Engine",
          "S003", "solarwindpy: SolarWindPy",
          "S004", "aetherlink: AetherLink CustomerOps",
          "X", "What all of them need");

  private final Map<String, Requirement> requirements = Requirement.all();
  private final List<Carrier> carriers = Carriers.all();
  private final Trials trials = Trials.all();

  CoverageTable() throws IOException {}

  Map<String, Requirement> requirements() {
    return requirements;
  }

  List<Carrier> carriers() {
    return carriers;
  }

  Trials trials() {
    return trials;
  }

  List<Carrier> of(String id) {
    return carriers.stream().filter(carrier -> carrier.ids().contains(id)).toList();
  }

  String text() {
    var groups = new LinkedHashMap<String, StringBuilder>();
    requirements
        .values()
        .forEach(requirement ->
            groups
                .computeIfAbsent(
                    requirement.id().substring(0, requirement.id().indexOf('-')),
                    _ -> new StringBuilder())
                .append(row(requirement)));
    var page = new StringBuilder(head());
    groups.forEach((group, rows) ->
        page.append("\n## ")
            .append(GROUPS.get(group))
            .append("\n\n| Requirement | About | Carried by | Tried by |\n|---|---|---|---|\n")
            .append(rows));
    return page.toString();
  }

  private String head() {
    var steps = count(ByStep.class);
    var product = count(ByProduct.class);
    var waits = count(Waiting.class);
    var tried = requirements.values().stream().filter(one -> !tried(one.id()).isEmpty()).count();
    return """
    # The processes that come with Plimsoll

    `plimsoll init --process NAME` puts one of them under `.plimsoll/`. Behind them stand requirements of five real teams; this page says which step carries which.
    It is generated from the `covers:` keys of the steps and the comments `# waits:` and `# product:` in `resources/processes`, and a test compares it with them.
    A step stands as `process/checklist/step` (verb). *Waits* means that a verb of the language which is not in this version is needed. A test that is named
    breaks one thing in a sample repository of that process and finds exactly the intended steps failing, or holds the product to what the row says of it.

    Of %d requirements %d are carried by steps, %d by the product itself, and %d wait for a verb, in whole or in part; %d are tried by a named test.
    """
        .formatted(requirements.size(), steps, product, waits, tried);
  }

  private long count(Class<? extends Carrier> kind) {
    return requirements.keySet().stream()
        .filter(id -> of(id).stream().anyMatch(kind::isInstance))
        .count();
  }

  private String row(Requirement requirement) {
    var by = new ArrayList<String>();
    for (var carrier : of(requirement.id())) {
      by.add(
          switch (carrier) {
            case ByStep step -> "`" + step.path() + "` (" + step.verbs() + ")";
            case Waiting waiting ->
                "*waits for `"
                    + waiting.verb()
                    + "`* in `"
                    + waiting.place()
                    + "`"
                    + (waiting.remark().isEmpty() ? "" : ": " + waiting.remark());
            case ByProduct product -> "the product: " + product.sentence();
          });
    }
    return "| "
        + requirement.id()
        + " | "
        + requirement.words()
        + " | "
        + (by.isEmpty() ? "*not yet*" : String.join("<br>", by))
        + " | "
        + String.join("<br>", tried(requirement.id()))
        + " |\n";
  }

  private Set<String> tried(String id) {
    var tests = new TreeSet<>(trials.byIds().getOrDefault(id, Set.of()));
    for (var carrier : of(id)) {
      if (carrier instanceof ByStep step) {
        tests.addAll(trials.bySteps().getOrDefault(step.path(), Set.of()));
      }
    }
    return tests;
  }

  static void main() throws IOException {
    Files.writeString(PAGE, new CoverageTable().text());
  }
}
