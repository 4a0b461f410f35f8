package dev.plimsoll.desktop.app;

import dev.plimsoll.core.Installation;
import dev.plimsoll.core.Plimsoll;
import dev.plimsoll.core.audit.LogKeeper;
import dev.plimsoll.core.git.Identity;
import dev.plimsoll.core.git.NewRepository;
import dev.plimsoll.desktop.kit.FilePicker;
import dev.plimsoll.desktop.kit.Look;
import dev.plimsoll.desktop.kit.Place;
import dev.plimsoll.desktop.task.TaskRunner;
import dev.plimsoll.desktop.task.WindowTicker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// How long it takes to open a checklist of 300 steps in the window, against one of 10, in turns:
/// from the moment a person goes there until the steps are laid out. Everything is real: a git
/// repository, a new run in the audit log each time, the checklist page; the window is on JavaFX's
/// own headless platform. How to run it stands in `docs/performance.md`.
public final class OpenChecklistBenchmark {
  private static final int WARM = 6;
  private static final int PAIRS = 15;
  private static final int PER_SECTION = 10;

  private final Path repository;
  private final Plimsoll plimsoll;
  private final WindowTicker ticker = new WindowTicker(TaskRunner.windowThread());
  private @Nullable Workbench workbench;

  private OpenChecklistBenchmark(Path folder) throws Exception {
    repository = folder.resolve("lists");
    var files = new LinkedHashMap<String, String>();
    files.put(
        ".plimsoll/project.yaml",
        """
        schema: plimsoll/project/v1
        product: lists
        version: {scheme: semver, tag: "v{version}"}
        branches: {release: [main]}
        plan:
          - {checklist: few}
          - {checklist: many}
        solo: {allowed: true, coolingOff: 0s}
        """);
    files.put(".plimsoll/checklists/few.yaml", checklist("few", 10));
    files.put(".plimsoll/checklists/many.yaml", checklist("many", 300));
    NewRepository.create(
        repository,
        files,
        new Identity("Ada", "ada@example.org"),
        "main",
        Instant.parse("2026-03-01T09:00:00Z"));
    var environment = new HashMap<>(System.getenv());
    environment.put("PLIMSOLL_HOME", folder.resolve("home").toString());
    plimsoll =
        Plimsoll.open(
            new Installation(
                folder.resolve("home"),
                environment,
                Clock.systemUTC(),
                new SecureRandom(),
                new LogKeeper.Tool("plimsoll", "bench")));
    try (var project = plimsoll.project(repository)) {
      project.trust(project.trustQuestion().digest());
    }
  }

  private static String checklist(String id, int steps) {
    var text = new StringBuilder();
    text.append("schema: plimsoll/checklist/v1\nid: ").append(id);
    text.append("\ntitle: ").append(steps).append(" steps\ncategory: pre-release\n");
    text.append("mode: do-confirm\norder: free\nsections:\n");
    for (var step = 0; step < steps; step++) {
      if (step % PER_SECTION == 0) {
        text.append("  - id: s").append(step).append("\n    title: Section ").append(step);
        text.append("\n    steps:\n");
      }
      text.append("      - id: q").append(step).append("\n        title: Question ").append(step);
      text.append("\n        ask: {challenge: \"Is it so?\", record: text}\n");
    }
    return text.toString();
  }

  public static void main(String[] arguments) throws Exception {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    var started = new CompletableFuture<Void>();
    Platform.startup(() -> started.complete(null));
    started.get(60, TimeUnit.SECONDS);
    Platform.setImplicitExit(false);
    try {
      new OpenChecklistBenchmark(Files.createTempDirectory("plimsoll-bench")).run();
    } finally {
      Platform.exit();
    }
  }

  private void run() throws Exception {
    onWindow(() -> {
      var bench =
          new Workbench(
              plimsoll, new Arrival.ToWork(), TaskRunner.ofWindow(), ticker, new NoPicker());
      workbench = bench;
      var stage = new Stage();
      new Look(Look.Theme.LIGHT, 100).applyTo(bench.scene());
      stage.setScene(bench.scene());
      stage.setWidth(1000);
      stage.setHeight(800);
      bench.begin();
      stage.show();
    });
    var few = new ArrayList<Double>();
    var many = new ArrayList<Double>();
    for (var turn = 0; turn < WARM + PAIRS; turn++) {
      var version = "1." + turn + ".0";
      var first = open(version, "few", 10);
      var second = open(version, "many", 300);
      if (turn >= WARM) {
        few.add(first);
        many.add(second);
      }
    }
    System.out.println(
        String.format(
            Locale.ROOT,
            "checklist opened in the window, median of %d: 10 steps %.0f ms, 300 steps %.0f ms,"
                + " ratio %.2f, %.0f ms apart",
            PAIRS,
            median(few),
            median(many),
            median(many) / median(few),
            median(many) - median(few)));
    onWindow(() -> bench().close());
    ticker.close();
    plimsoll.close();
  }

  /// @return milliseconds until the steps are laid out
  private double open(String version, String checklist, int steps) throws Exception {
    var shown = new CompletableFuture<Long>();
    var begun = new long[1];
    onWindow(() -> {
      var scene = bench().scene();
      scene.addPostLayoutPulseListener(
          new Runnable() {
            @Override
            public void run() {
              if (scene.lookup("#steps") instanceof ListView<?> list
                  && list.getItems().size() >= steps
                  && list.lookupAll(".list-cell").size() > 3
                  && shown.complete(System.nanoTime())) {
                Platform.runLater(() -> scene.removePostLayoutPulseListener(this));
              }
            }
          });
      begun[0] = System.nanoTime();
      bench().journey().go(new Place.ChecklistRun(repository, version, checklist));
    });
    var took = (shown.get(120, TimeUnit.SECONDS) - begun[0]) / 1e6;
    onWindow(() -> bench().journey().go(new Place.Settings()));
    Thread.sleep(400);
    return took;
  }

  private Workbench bench() {
    var open = workbench;
    if (open == null) {
      throw new IllegalStateException("no window");
    }
    return open;
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }

  private static void onWindow(Runnable act) throws Exception {
    var done = new CompletableFuture<Void>();
    Platform.runLater(() -> {
      try {
        act.run();
        done.complete(null);
      } catch (RuntimeException wrong) {
        done.completeExceptionally(wrong);
      }
    });
    done.get(120, TimeUnit.SECONDS);
  }

  private static final class NoPicker implements FilePicker {
    @Override
    public Optional<Path> folder(String title, @Nullable Path start) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> file(String title, List<String> patterns) {
      return Optional.empty();
    }

    @Override
    public List<Path> files(String title) {
      return List.of();
    }

    @Override
    public Optional<Path> saveAs(String title, String suggestedName) {
      return Optional.empty();
    }
  }
}
