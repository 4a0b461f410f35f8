package dev.plimsoll.core.checklist;

import dev.plimsoll.core.checklist.Scaffold.Surroundings;
import dev.plimsoll.core.model.Glob;
import dev.plimsoll.core.model.Project;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A shipped process, made to fit a repository: the product's name, the place of its version, its
/// branch, and the person who starts. Checklists stay as they are, comments too.
final class AdaptedProcess {
  private final ShippedProcess process;
  private final Surroundings here;

  AdaptedProcess(ShippedProcess process, Surroundings here) {
    this.process = process;
    this.here = here;
  }

  /// As [Scaffold#files].
  Map<String, String> files() {
    var files = new LinkedHashMap<String, String>();
    process
        .files()
        .forEach((name, text) ->
            files.put(
                FolderFiles.FOLDER + "/" + name,
                name.equals("project.yaml") ? project(text) : text));
    files.putIfAbsent(FolderFiles.FOLDER + "/allowed_signers", Scaffold.signers(here.people()));
    return files;
  }

  private String project(String text) {
    var findings = new Findings();
    var source =
        Objects.requireNonNull(
            SourceFile.of("project.yaml", text.getBytes(StandardCharsets.UTF_8), findings));
    var reading = new ProjectReader().reading(source, findings);
    var project = reading.project();
    if (project == null) {
      throw new IllegalStateException(process.name() + ": " + findings.list());
    }
    var adapted = TopLevel.with(text, "product", "product: " + Yaml.quoted(here.name()));
    var rule = project.rules().version();
    var from = from(rule.from());
    if (!from.equals(Optional.ofNullable(rule.from()))) {
      adapted = TopLevel.with(adapted, "version", version(rule, from));
    }
    var branches = project.rules().releaseBranches();
    if (branches.stream().noneMatch(pattern -> Glob.of(pattern).matches(here.branch()))) {
      var all = new LinkedHashSet<String>();
      all.add(here.branch());
      all.addAll(branches);
      adapted =
          TopLevel.with(
              adapted,
              "branches",
              "branches: {release: ["
                  + all.stream().map(Yaml::quoted).collect(Collectors.joining(", "))
                  + "]}");
    }
    return here.people().isEmpty()
        ? adapted
        : TopLevel.withFirst(adapted, "people", people(reading));
  }

  private static String version(Project.VersionRule rule, Optional<String> from) {
    var said = new StringBuilder("version: {");
    from.ifPresent(place -> said.append("from: ").append(Yaml.quoted(place)).append(", "));
    said.append(
        rule.schemes().size() == 1
            ? "scheme: " + rule.schemes().getFirst()
            : "scheme: [" + String.join(", ", rule.schemes()) + "]");
    said.append(", tag: ").append(Yaml.quoted(rule.tag()));
    if (!rule.ignoreTags().isEmpty()) {
      said.append(", ignoreTags: [")
          .append(rule.ignoreTags().stream().map(Yaml::quoted).collect(Collectors.joining(", ")))
          .append(']');
    }
    return said.append('}')
        .append(
            from.isEmpty()
                ? " # the process reads it from " + rule.from() + "; add from: FILE#PATH"
                : "")
        .toString();
  }

  /// Where the process says, if a version stands there; else where this repository has one.
  private Optional<String> from(@Nullable String usual) {
    return usual != null && here.isVersion().test(usual)
        ? Optional.of(usual)
        : Scaffold.version(Toolchain.in(new WorkFolder(here.root())), here);
  }

  private String people(ProjectReader.Reading reading) {
    var roles = new LinkedHashSet<String>();
    roles.add("operator");
    roles.add("approver");
    roles.addAll(reading.roles());
    return here.people().stream()
        .map(person ->
            "  - {principal: %s, name: %s, roles: [%s]}"
                .formatted(
                    Yaml.quoted(person.principal()),
                    Yaml.quoted(person.name()),
                    String.join(", ", roles)))
        .collect(Collectors.joining("\n"));
  }
}
