package dev.plimsoll.processes;

import dev.plimsoll.core.check.standard.StandardVerbs;
import dev.plimsoll.core.checklist.ChecklistReader;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.ShippedProcess;
import dev.plimsoll.core.model.Checklist;
import dev.plimsoll.processes.Carrier.ByProduct;
import dev.plimsoll.processes.Carrier.ByStep;
import dev.plimsoll.processes.Carrier.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Reads what carries which requirement out of the shipped processes and, for what no project file
/// can carry, out of the page beside them.
final class Carriers {
  private static final Path PAGE = Path.of("resources/processes/README.md");
  private static final String IDS = "((?:S\\d{3}|X)-\\d+(?:, (?:S\\d{3}|X)-\\d+)*)";
  private static final Pattern WAITS =
      Pattern.compile("\\s*# waits: " + IDS + " needs ([a-z-]+)(?:: (.+))?");
  private static final Pattern PRODUCT = Pattern.compile("\\s*# product: " + IDS + " (.+)");
  private static final Pattern MEANT = Pattern.compile("\\s*# (waits|product)\\b.*");

  private final List<Carrier> found = new ArrayList<>();

  private Carriers() {}

  static List<Carrier> all() throws IOException {
    var carriers = new Carriers();
    for (var process : ShippedProcess.all()) {
      for (var file : process.files().entrySet()) {
        if (file.getKey().endsWith(".yaml")) {
          carriers.read(process.name(), file);
        }
      }
    }
    carriers.comments("all", Files.readString(PAGE));
    return List.copyOf(carriers.found);
  }

  private void read(String process, Map.Entry<String, String> file) {
    var path = file.getKey();
    var place = process;
    if (path.startsWith("checklists/") && !path.startsWith("checklists/tests/")) {
      var findings = new Findings();
      var source = new Checklist.Source(path, "0".repeat(64), file.getValue());
      var checklist = new ChecklistReader(StandardVerbs.all().readers()).read(source, findings);
      if (checklist == null) {
        throw new IllegalStateException(process + ": " + findings.list());
      }
      var in = process + "/" + checklist.id();
      checklist.steps().forEach(step -> found.add(new ByStep(in, step)));
      place = in;
    }
    comments(place, file.getValue());
  }

  private void comments(String place, String text) {
    for (var line : text.lines().toList()) {
      var waits = WAITS.matcher(line);
      var product = PRODUCT.matcher(line);
      if (waits.matches()) {
        var remark = waits.group(3) == null ? "" : waits.group(3).strip();
        found.add(new Waiting(ids(waits.group(1)), place, waits.group(2), remark));
      } else if (product.matches()) {
        found.add(new ByProduct(ids(product.group(1)), product.group(2).strip()));
      } else if (MEANT.matcher(line).matches()) {
        throw new IllegalStateException(place + ": not of the form: " + line.strip());
      }
    }
  }

  private static List<String> ids(String list) {
    return List.of(list.split(", "));
  }
}
