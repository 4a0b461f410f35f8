package dev.plimsoll.bench;

import dev.plimsoll.core.check.StepContext;
import dev.plimsoll.core.check.Tap;
import dev.plimsoll.core.check.Variables;
import dev.plimsoll.core.check.links.Links;
import dev.plimsoll.core.check.links.LinksVerb;
import dev.plimsoll.core.model.Binding;
import dev.plimsoll.core.model.Candidate;
import dev.plimsoll.core.model.Checklist;
import dev.plimsoll.core.model.Evidence;
import dev.plimsoll.core.model.Project;
import dev.plimsoll.core.model.ReleaseState;
import dev.plimsoll.core.model.ReleaseType;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The verb `links` over a repository of 50,000 files, half of them Markdown with ten links each to
/// headings of other documents, in a virtual machine of its own with a heap of 256 MiB. Prints how
/// long it took and the most memory that the heap's pools ever held. How to run it stands in
/// `docs/performance.md`.
///
/// Arguments: a folder to make the repository in; how many files it has (50000).
public final class LinksBenchmark {
  private static final String HEAP = "-Xmx256m";
  private static final String MEASURE = "measure";
  private static final int LINKS = 10;
  private static final int IN_A_FOLDER = 500;

  private LinksBenchmark() {}

  public static void main(String[] args) throws Exception {
    var folder = Path.of(args[0]).toAbsolutePath();
    if (args.length > 1 && args[1].equals(MEASURE)) {
      measure(folder.toRealPath());
      return;
    }
    var files = args.length > 1 ? Integer.parseInt(args[1]) : 50_000;
    make(folder, files);
    Report.line("links over %d files in %s; %s", files, folder, Report.circumstances());
    var child =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                HEAP,
                "-cp",
                System.getProperty("java.class.path"),
                LinksBenchmark.class.getName(),
                folder.toString(),
                MEASURE)
            .inheritIO()
            .start();
    Report.line("ended with exit code %d", child.waitFor());
  }

  private static void make(Path folder, int files) throws IOException {
    var made = folder.resolve("made-" + files);
    if (Files.exists(made)) {
      return;
    }
    for (var i = 0; i < files; i++) {
      var file = folder.resolve(name(i));
      Files.createDirectories(file.getParent());
      Files.writeString(file, i % 2 == 0 ? document(i, files) : "value = " + i + "\n");
    }
    Files.writeString(made, "");
  }

  private static String name(int i) {
    return "part-" + i / IN_A_FOLDER + "/file-" + i + (i % 2 == 0 ? ".md" : ".py");
  }

  private static String document(int i, int files) {
    var text = new StringBuilder("# File " + i + "\n\n## Overview\n\nWords and words.\n\n");
    for (var n = 0; n < LINKS; n++) {
      // all over the repository, so that anchors are not near
      var other = (int) ((i + 7_919L * (n + 1) * 2) % files) / 2 * 2;
      text.append("## Part ").append(n).append("\n\nMore is said in [file ").append(other);
      text.append("](../")
          .append(name(other))
          .append("#part-")
          .append(n)
          .append("), and `code`.\n\n");
    }
    return text.toString();
  }

  private static void measure(Path root) throws Exception {
    var verb = new Links(List.of("**/*.md"), List.of(), List.of(), true, true);
    var began = System.nanoTime();
    var conclusion = new LinksVerb().carryOut(verb, context(root));
    var took = Duration.ofNanos(System.nanoTime() - began);
    Report.line("%s: %s", conclusion.outcome().word(), conclusion.outcome().observed());
    conclusion.outcome().findings().stream()
        .limit(3)
        .forEach(finding -> Report.line("  %s", finding));
    Report.line(
        "%.1f s; the heap's pools held at most %d MiB, heap %s",
        took.toMillis() / 1_000.0, peak() >> 20, HEAP);
  }

  private static long peak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }

  private static StepContext context(Path root) {
    var candidate =
        new Candidate(
            "bench",
            "1.0.0",
            "v1.0.0",
            ReleaseType.MAJOR,
            new Binding("0".repeat(40), "1".repeat(40), "main", false));
    var rule = new Project.VersionRule(null, List.of("semver"), "v{version}", List.of());
    var project =
        new Project(
            "bench",
            List.of(),
            new Project.Rules(
                rule, List.of("main"), Map.of(), new Project.Solo(true, Duration.ZERO)),
            List.of(),
            new Project.Desk(List.of(), List.of()),
            Set.of(),
            new Checklist.Source(".plimsoll/project.yaml", "2".repeat(64), ""));
    return new StepContext(
        new StepContext.Subject(project, candidate, root),
        new Variables(Map.of()),
        new StepContext.Workplace(Map.of(), Map.of(), Clock.systemUTC(), Duration.ofHours(1)),
        new Lines(),
        new NoRelease(candidate));
  }

  /// Prints live lines and keeps nothing.
  private static final class Lines implements Tap {
    @Override
    public void line(String stream, String text) {
      Report.line("  %s", text);
    }

    @Override
    public Evidence keep(String name, String mediaType, InputStream bytes) {
      return new Evidence(name, "0".repeat(64), mediaType, 0);
    }
  }

  private record NoRelease(Candidate candidate) implements StepContext.ReleaseAccess {
    @Override
    public String checkpoint() {
      return "";
    }

    @Override
    public void record(StepContext.Effect effect) {
      throw new IllegalStateException("links has no effect");
    }

    @Override
    public @Nullable Path signingKey() {
      return null;
    }

    @Override
    public ReleaseState state() {
      return new ReleaseState(candidate, 1, List.of(), List.of(), List.of(), null, null);
    }
  }
}
