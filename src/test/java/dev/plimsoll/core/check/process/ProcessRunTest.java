package dev.plimsoll.core.check.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.plimsoll.core.check.Redactor;
import dev.plimsoll.core.check.TestTap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class ProcessRunTest {
  @TempDir Path folder;
  private final TestTap tap = new TestTap();

  @Test
  void keepsWhatWasPrintedAndShowsItLive() throws InterruptedException {
    var ending = shell("echo one; echo two; echo oops >&2; exit 3");
    assertThat(ending)
        .asInstanceOf(type(Ending.Exited.class))
        .satisfies(exited -> assertThat(exited.code()).isEqualTo(3))
        .satisfies(exited -> assertThat(exited.out()).isEqualTo(new Output("one\ntwo\n", 0)))
        .satisfies(exited -> assertThat(exited.findings()).isEmpty());
    assertThat(tap.text("stdout.txt")).isEqualTo("one\ntwo\n");
    assertThat(tap.text("stderr.txt")).isEqualTo("oops\n");
    assertThat(tap.lines()).contains("out: one", "out: two", "err: oops");
  }

  @Test
  void keepsEvidenceOfAProgramThatPrintsNothing() throws InterruptedException {
    shell("exit 0");
    assertThat(tap.names()).containsExactly("stdout.txt");
  }

  @Test
  void saysThatAProgramIsNotThere() throws InterruptedException {
    assertThat(run(List.of("no-such-program-anywhere")))
        .asInstanceOf(type(Ending.NotStarted.class))
        .satisfies(ending ->
            assertThat(ending.reason())
                .isEqualTo("no-such-program-anywhere was not found along PATH."))
        .satisfies(
            ending -> assertThat(ending.next()).startsWith("Install no-such-program-anywhere"));
    assertThat(run(List.of("./missing.sh")))
        .asInstanceOf(type(Ending.NotStarted.class))
        .satisfies(ending -> assertThat(ending.reason()).endsWith("missing.sh does not exist."));
  }

  @Test
  void saysThatAFileIsNotExecutable() throws InterruptedException, IOException {
    Files.writeString(folder.resolve("plain.sh"), "#!/bin/sh\n");
    assertThat(run(List.of("./plain.sh")))
        .asInstanceOf(type(Ending.NotStarted.class))
        .satisfies(ending ->
            assertThat(ending.next()).isEqualTo("Make it executable: chmod +x ./plain.sh"));
  }

  @Test
  void saysThatAProgramCannotBeStarted() throws InterruptedException, IOException {
    var script = Files.writeString(folder.resolve("odd.sh"), "#!/no/such/interpreter\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    assertThat(run(List.of("./odd.sh")))
        .asInstanceOf(type(Ending.NotStarted.class))
        .satisfies(ending -> assertThat(ending.reason()).contains("cannot be started"));
  }

  @Test
  void stopsAProgramThatHangsWithEverythingItStarted() throws InterruptedException {
    var ending =
        run(
            List.of("sh", "-c", "sleep 1000 & echo child $!; echo before; wait"),
            Duration.ofSeconds(2));
    assertThat(ending)
        .asInstanceOf(type(Ending.TimedOut.class))
        .satisfies(timedOut -> assertThat(timedOut.out().text()).contains("before"));
    assertGone(childOf(tap.text("stdout.txt")));
  }

  @Test
  void stopsTheWholeTreeWhenInterrupted() throws Exception {
    var cancelled = new CompletableFuture<Boolean>();
    var thread =
        Thread.ofVirtual()
            .start(() -> {
              try {
                // the grandchild loses its parent, ignores a polite request, and leads a session of
                // its own
                run(
                    List.of(
                        "sh",
                        "-c",
                        "(trap '' TERM; setsid sh -c 'trap \"\" TERM; echo child $$; sleep 1000;"
                            + " sleep 1000' & ); echo up; sleep 1000"));
                cancelled.complete(false);
              } catch (InterruptedException stopped) {
                cancelled.complete(true);
              }
            });
    var child = Long.parseLong(tap.awaitLine("child ").substring("child ".length()));
    thread.interrupt();
    assertThat(cancelled.get(60, TimeUnit.SECONDS)).isTrue();
    assertGone(child);
    assertThat(tap.text("stdout.txt")).contains("up");
  }

  @Test
  void isNotHeldUpByAChildThatOutlivesItsParent() throws InterruptedException {
    var ending = shell("sleep 1000 & echo child $!; exit 0");
    assertThat(ending)
        .asInstanceOf(type(Ending.Exited.class))
        .satisfies(exited -> assertThat(exited.code()).isZero())
        .satisfies(exited ->
            assertThat(exited.findings())
                .singleElement()
                .satisfies(finding ->
                    assertThat(finding.message())
                        .contains("held its output open: ")
                        .contains("sleep")
                        .endsWith("It was stopped.")));
    assertGone(childOf(tap.text("stdout.txt")));
  }

  @Test
  @DisabledOnOs(
      value = {OS.WINDOWS, OS.MAC},
      disabledReason = "recognises orphans through /proc")
  void leavesAServiceAloneThatRedirectedItsOutput() throws InterruptedException {
    var ending = shell("sleep 1000 >/dev/null 2>&1 & echo child $!");
    var child = ProcessHandle.of(childOf(tap.text("stdout.txt"))).orElseThrow();
    try {
      assertThat(child.isAlive()).isTrue();
      assertThat(ending)
          .asInstanceOf(type(Ending.Exited.class))
          .satisfies(exited ->
              assertThat(exited.findings())
                  .singleElement()
                  .satisfies(
                      finding -> assertThat(finding.message()).contains("left running: sleep")));
    } finally {
      child.destroyForcibly();
    }
  }

  @Test
  void survivesHalfAGigabyteOfOutput() throws InterruptedException {
    var ending =
        run(
            List.of(
                "sh",
                "-c",
                "echo begin; head -c 500000000 /dev/zero | tr '\\0' 'x' | fold -w 99; echo; echo"
                    + " end"));
    assertThat(ending)
        .asInstanceOf(type(Ending.Exited.class))
        .satisfies(exited -> assertThat(exited.code()).isZero())
        .satisfies(exited -> assertThat(exited.out().leftOut()).isGreaterThan(480_000_000));
    var text = tap.text("stdout.txt");
    assertThat(text.length()).isLessThan(17 * 1024 * 1024);
    assertThat(text)
        .startsWith("begin\nxxx")
        .endsWith("x\nend\n")
        .contains(" bytes of output left out here]\n");
  }

  @Test
  void survivesOneEndlessLine() throws InterruptedException {
    run(List.of("sh", "-c", "head -c 30000000 /dev/zero | tr '\\0' 'x'; echo; echo end"));
    assertThat(tap.lines())
        .contains("out: end")
        .anyMatch(line -> line.endsWith("more characters on this line]"));
    assertThat(tap.lines()).allMatch(line -> line.length() < 17_000);
  }

  @Test
  void replacesWhatIsNotUtf8() throws InterruptedException {
    shell("printf 'a\\377b\\303\\251\\n'");
    assertThat(tap.text("stdout.txt")).isEqualTo("a\uFFFDbé\n");
    assertThat(tap.lines()).contains("out: a\uFFFDbé");
  }

  @Test
  void masksSecretsBeforeAnybodySeesThem() throws InterruptedException {
    var redactor = new Redactor(Map.of("TOKEN", "hunter2-secret"), Set.of());
    var launch =
        launch(
            List.of("sh", "-c", "echo token hunter2-secret; printf hunter2-; echo secret"),
            Duration.ofMinutes(1));
    new ProcessRun(tap, redactor).run(launch);
    assertThat(tap.text("stdout.txt")).isEqualTo("token [redacted TOKEN]\n[redacted TOKEN]\n");
    assertThat(tap.lines()).containsExactly("out: token [redacted TOKEN]", "out: [redacted TOKEN]");
  }

  @Test
  void givesTheProgramNoInput() throws InterruptedException {
    assertThat(shell("cat; echo done"))
        .asInstanceOf(type(Ending.Exited.class))
        .satisfies(exited -> assertThat(exited.out().text()).isEqualTo("done\n"));
  }

  @Test
  void runsInTheFolderWithTheGivenEnvironmentOnly() throws InterruptedException {
    assertThat(run(List.of("sh", "-c", "pwd -P; echo \"$GREETING $HOME\"")))
        .asInstanceOf(type(Ending.Exited.class))
        .satisfies(
            exited -> assertThat(exited.out().text()).isEqualTo(realFolder() + "\nhello \n"));
  }

  private Path realFolder() {
    try {
      return folder.toRealPath();
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
  }

  private Ending shell(String script) throws InterruptedException {
    return run(List.of("sh", "-c", script));
  }

  private Ending run(List<String> words) throws InterruptedException {
    return run(words, Duration.ofMinutes(4));
  }

  private Ending run(List<String> words, Duration timeout) throws InterruptedException {
    return new ProcessRun(tap, new Redactor(Map.of(), Set.of())).run(launch(words, timeout));
  }

  private Launch launch(List<String> words, Duration timeout) {
    var environment = new HashMap<String, String>();
    environment.put("PATH", System.getenv("PATH"));
    environment.put("GREETING", "hello");
    return new Launch(words, folder, environment, timeout);
  }

  private static long childOf(String output) {
    var line = output.lines().filter(text -> text.startsWith("child ")).findFirst().orElseThrow();
    return Long.parseLong(line.substring("child ".length()));
  }

  private static void assertGone(long pid) {
    assertThat(ProcessHandle.of(pid).filter(ProcessFamily::runs)).as("process %d", pid).isEmpty();
  }
}
