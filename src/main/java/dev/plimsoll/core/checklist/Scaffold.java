package dev.plimsoll.core.checklist;

import dev.plimsoll.core.model.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// A minimal `.plimsoll/` for a repository, made from what lies in it. Nothing is written: whoever
/// calls shows the texts first.
public final class Scaffold {
  private static final String CHANGELOG_STEP =
      """
            - id: changelog
              title: The changelog has a dated section for this version
              changelog: {file: @FILE@}
      """;
  private static final String ASKED_STEP =
      """
            - id: tests
              title: The product was tested
              ask: {challenge: "How was the product tested, and what came out?", record: text, evidence: optional}
      """;

  private static final String SHIPPED_SECTION =
      """
        - id: shipped
          title: "Gate 4: what is shipped"
          steps:
      """;

  private Scaffold() {}

  /// What is known about the repository.
  ///
  /// @param root the work tree's top folder
  /// @param branch the branch that releases leave from
  /// @param people who may sign; may be empty
  /// @param isVersion whether a `file#path` in the repository holds a version
  /// @param wishes what the person says beyond what is found
  public record Surroundings(
      Path root,
      String branch,
      List<Signatory> people,
      Predicate<String> isVersion,
      Wishes wishes) {
    public Surroundings {
      people = List.copyOf(people);
    }

    public Surroundings(
        Path root, String branch, List<Signatory> people, Predicate<String> isVersion) {
      this(root, branch, people, isVersion, Wishes.NONE);
    }

    /// What the product is probably called: as its folder.
    String name() {
      var name = root.toAbsolutePath().normalize().getFileName();
      return name == null ? "product" : name.toString();
    }
  }

  /// @return text by path with `/`, relative to the repository, to be written as UTF-8
  /// @throws Problem where the repository has a project file already
  public static Map<String, String> files(Surroundings here) {
    refuseExisting(here);
    return found(here);
  }

  /// As [#files(Surroundings)], from a process that comes with the product.
  public static Map<String, String> files(ShippedProcess process, Surroundings here) {
    refuseExisting(here);
    return new AdaptedProcess(process, here).files();
  }

  private static void refuseExisting(Surroundings here) {
    if (Files.exists(here.root().resolve(".plimsoll/project.yaml"))) {
      throw Problem.of(
          "Nothing created",
          here.root() + " already has .plimsoll/project.yaml.",
          "Edit it, or look at it with: plimsoll checklist lint");
    }
  }

  /// What was found in a repository, for a person, one line each.
  public static List<String> foundIn(Path root, Wishes wishes) {
    var found = new ArrayList<>(Landmarks.in(new WorkFolder(root)).found());
    FoundStores.in(root, wishes).lines().forEach(line -> found.add("data: " + line));
    return found;
  }

  private static Map<String, String> found(Surroundings here) {
    var seen = Landmarks.in(new WorkFolder(here.root()));
    var version = version(seen.toolchains(), here);
    var scheme = seen.toolchains().isEmpty() ? "semver" : seen.toolchains().getFirst().scheme();
    var data = FoundStores.in(here.root(), here.wishes());
    var service = FoundService.in(new WorkFolder(here.root()), seen, here.wishes());
    var files = new LinkedHashMap<String, String>();
    files.put(
        ".plimsoll/project.yaml",
        project(here, version, scheme)
            .replace("@MORE@\n", plan(data, service.isPresent()))
            .replace("@BACKUP@", data.sets()));
    files.put(".plimsoll/allowed_signers", signers(here.people()));
    files.put(".plimsoll/checklists/pre-release.yaml", checklist(seen, version, scheme));
    files.putAll(data.files(here.root()));
    service.ifPresent(
        found -> files.put(".plimsoll/checklists/smoke-tests.yaml", found.checklist()));
    files.put(
        ".plimsoll/checklists/audit-chain.yaml",
        Resources.text("/scaffold/checklists/audit-chain.yaml"));
    return files;
  }

  /// The plan's lines behind the first.
  private static String plan(FoundStores data, boolean isService) {
    return (data.isEmpty() ? "" : "  - {checklist: backup}\n")
        + (isService ? "  - {checklist: smoke-tests}\n" : "");
  }

  static Optional<String> version(List<Toolchain> toolchains, Surroundings here) {
    return toolchains.stream()
        .flatMap(toolchain -> toolchain.versions().stream())
        .filter(here.isVersion())
        .findFirst()
        .or(() ->
            Optional.ofNullable(new WorkFolder(here.root()).firstOf("VERSION", "version.txt")));
  }

  private static String project(Surroundings here, Optional<String> version, String scheme) {
    var hasChangelog = Landmarks.in(new WorkFolder(here.root())).changelog() != null;
    var note =
        version.isEmpty() && !hasChangelog ? " # add from: FILE#PATH, or keep a CHANGELOG.md" : "";
    return Resources.text("/scaffold/project.yaml")
        .replace("@PRODUCT@", Yaml.quoted(here.name()))
        .replace("@FROMNOTE@", note)
        .replace("@FROM@", version.map(from -> "from: " + Yaml.quoted(from) + ", ").orElse(""))
        .replace("@SCHEME@", scheme)
        .replace("@BRANCH@", Yaml.quoted(here.branch()))
        .replace("@PEOPLE@", people(here.people()));
  }

  private static String people(List<Signatory> people) {
    if (people.isEmpty()) {
      return "[] # who may play which role, as in {principal: you@example.org, name: You, roles:"
          + " [operator, approver]}";
    }
    return "# their keys are in allowed_signers under the same principal\n"
        + people.stream()
            .map(person ->
                "  - {principal: %s, name: %s, roles: [operator, approver]}"
                    .formatted(Yaml.quoted(person.principal()), Yaml.quoted(person.name())))
            .collect(Collectors.joining("\n"));
  }

  static String signers(List<Signatory> people) {
    var lines =
        people.isEmpty()
            ? "# you@example.org ssh-ed25519 AAAA..."
            : people.stream().map(Signatory::line).collect(Collectors.joining("\n"));
    return Resources.text("/scaffold/allowed_signers").replace("@SIGNERS@", lines);
  }

  private static String checklist(Landmarks seen, Optional<String> version, String scheme) {
    var tests =
        seen.toolchains().stream()
            .filter(toolchain -> toolchain.tests() != null)
            .map(Scaffold::testStep)
            .collect(Collectors.joining());
    var shipped = seen.shippedSteps();
    return Resources.text("/scaffold/checklists/pre-release.yaml")
        .replace(
            "@FOUND@",
            seen.found().isEmpty()
                ? "# Nothing was found that tells how this product is tested."
                : "# Found in the repository: " + String.join("; ", seen.found()) + ".")
        .replace("@TESTS@\n", (tests.isEmpty() ? ASKED_STEP : tests) + "\n")
        .replace("@SCHEME@", scheme)
        .replace("@SAME@", version.map(file -> ", same: [" + Yaml.quoted(file) + "]").orElse(""))
        .replace(
            "@CHANGELOG@\n",
            (seen.changelog() == null ? "" : CHANGELOG_STEP.replace("@FILE@", seen.changelog()))
                + "\n")
        .replace("@SHIPPED@\n", shipped.isEmpty() ? "" : SHIPPED_SECTION + shipped + "\n")
        .replace("@PEOPLEGATE@", shipped.isEmpty() ? "4" : "5");
  }

  private static String testStep(Toolchain toolchain) {
    var tests = Objects.requireNonNull(toolchain.tests());
    var report =
        tests.report() == null ? "" : "        report: {junit: \"" + tests.report() + "\"}\n";
    return """
          - id: %s
            title: All tests pass
            command: {run: %s}
    %s        timeout: 30m
            killer: true
    """
        .formatted(toolchain.id(), tests.run(), report);
  }
}
