package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Json;
import dev.plimsoll.cli.terminal.Mark;
import dev.plimsoll.cli.terminal.Tone;
import dev.plimsoll.core.git.SystemGit;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.record.BundleLimits;
import dev.plimsoll.core.record.BundleReader;
import dev.plimsoll.core.record.RecordVerification;
import dev.plimsoll.core.record.Verdict;
import dev.plimsoll.core.record.Verification;
import dev.plimsoll.core.trust.AllowedSigners;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Shows all of it on a sample, in less than a minute.
@Command(
    name = "demo",
    description = {
      "Make a small sample repository, walk its checklists without questions, sign with a"
          + " throw-away key, seal, and verify with Plimsoll, OpenSSH and git.",
      "Everything lies in one new folder; your own home, keys and settings are not touched."
    },
    footer = {"", "Exit codes: 0 everything was proven, 1 something was not."})
final class DemoCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Option(
      names = "--keep",
      paramLabel = "DIR",
      description = "A new folder for all of it; one for temporary files by default.")
  @Nullable Path keep;

  /// A second opinion.
  ///
  /// @param good null where nobody was there to give it
  private record Opinion(String who, @Nullable Boolean good, String words) {}

  DemoCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws InterruptedException {
    try {
      var folder = folder();
      var demo = new Demo(invocation, folder);
      var walked = demo.walk();
      var verification = verify(demo, walked);
      var opinions = new ArrayList<Opinion>();
      opinions.add(openSsh(demo, walked, folder.resolve("record")));
      opinions.add(git(demo, walked));
      var proven =
          verification.level() == Verdict.Level.PROVEN
              && opinions.stream().noneMatch(opinion -> Boolean.FALSE.equals(opinion.good()));
      tell(demo, walked, verification, opinions, proven);
      return proven ? ExitCode.OK : ExitCode.NO;
    } catch (IOException broken) {
      throw Problem.of(
          "Demo not finished",
          "A file could not be read or written: " + broken.getMessage() + ".",
          "Name a new folder that you may write to with --keep.",
          broken);
    }
  }

  private Path folder() throws IOException {
    if (keep == null) {
      return Files.createTempDirectory("plimsoll-demo-").toRealPath();
    }
    var folder = invocation.path(keep);
    if (Files.exists(folder)) {
      throw new Misuse(keep + " is there already.", "Name a folder that is not.");
    }
    return Files.createDirectories(folder).toRealPath();
  }

  private Verification verify(Demo demo, Demo.Walked walked) throws IOException {
    var trusted =
        AllowedSigners.parse(Files.readString(demo.allowedSigners()), ".plimsoll/allowed_signers");
    return RecordVerification.verify(
        walked.sealed().bundle(),
        new RecordVerification.Against(
            trusted, invocation.surroundings().clock().instant(), List.of(), null));
  }

  private Opinion openSsh(Demo demo, Demo.Walked walked, Path unpacked)
      throws IOException, InterruptedException {
    unpack(walked.sealed().bundle(), unpacked);
    var keygen = SshKeygen.find(invocation.surroundings().environment());
    if (keygen.isEmpty()) {
      return new Opinion("OpenSSH", null, "ssh-keygen is not installed here, so it was not asked");
    }
    var opinion =
        keygen.get().verify(unpacked, walked.signatures().getFirst(), demo.allowedSigners());
    return new Opinion("OpenSSH", opinion.good(), opinion.words());
  }

  /// The reader has looked at every name: none leads out of the folder.
  private static void unpack(Path bundle, Path folder) throws IOException {
    try (var open = new BundleReader(BundleLimits.USUAL).open(bundle)) {
      for (var name : open.names()) {
        var file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        try (var in = open.open(name)) {
          Files.copy(in, file);
        }
      }
    }
  }

  private Opinion git(Demo demo, Demo.Walked walked) throws InterruptedException {
    var git = SystemGit.find(invocation.surroundings().environment());
    if (git.isEmpty()) {
      return new Opinion("git", null, "git is not installed here, so it was not asked");
    }
    var verified = git.get().verifyTag(demo.repository(), walked.tag(), demo.allowedSigners());
    return new Opinion("git", verified.good(), verified.words().lines().findFirst().orElse(""));
  }

  private void tell(
      Demo demo,
      Demo.Walked walked,
      Verification verification,
      List<Opinion> opinions,
      boolean proven) {
    if (invocation.isJson()) {
      invocation.say(
          new Json()
              .with("exit", proven ? ExitCode.OK : ExitCode.NO)
              .with("proven", proven)
              .with("repository", demo.repository())
              .with("home", demo.home())
              .with("tag", walked.tag())
              .with("bundle", walked.sealed().bundle())
              .with("sha256", walked.sealed().sha256())
              .with("outcome", walked.sealed().outcome())
              .with("verification", VerificationTelling.json(verification))
              .with("opinions", opinions, DemoCommand::json));
      return;
    }
    var out = invocation.out();
    out.blank();
    out.line(Tone.STRONG, "Sealed, and verified as an auditor would");
    VerificationTelling.print(verification, out);
    opinions.forEach(opinion -> out.line(mark(opinion), opinion.words()));
    out.blank();
    out.line(Tone.STRONG, "Everything lies here");
    out.line("  repository  " + demo.repository());
    out.line("  history     " + demo.home().resolve("history.db"));
    out.line("  bundle      " + walked.sealed().bundle());
    out.line(
        "  unpacked    " + walked.sealed().bundle().resolveSibling("").resolveSibling("record"));
    out.blank();
    out.line(Tone.STRONG, "Try");
    commands(demo, walked).forEach(command -> out.line("  " + command));
    out.headline(Mark.of(verification.level()), proven ? "all of it" : "not all of it");
  }

  private static List<String> commands(Demo demo, Demo.Walked walked) {
    var home = " --home " + OpenSshWords.quoted(demo.home().toString());
    var project = " --project " + OpenSshWords.quoted(demo.repository().toString());
    var bundle = OpenSshWords.quoted(walked.sealed().bundle().toString());
    return List.of(
        "plimsoll record show " + bundle,
        "plimsoll record verify "
            + bundle
            + " --allowed-signers "
            + OpenSshWords.quoted(demo.allowedSigners().toString()),
        "plimsoll audit verify" + project + home,
        "plimsoll history list" + home,
        "git -C " + OpenSshWords.quoted(demo.repository().toString()) + " show " + walked.tag());
  }

  private static Mark mark(Opinion opinion) {
    var level =
        opinion.good() == null
            ? Verdict.Level.COULD_NOT_TELL
            : opinion.good() ? Verdict.Level.PROVEN : Verdict.Level.FAILED;
    var mark = Mark.of(level);
    return new Mark(mark.tone(), mark.sign(), mark.plain(), opinion.who());
  }

  private static Json json(Opinion opinion) {
    return new Json()
        .with("who", opinion.who())
        .with("good", opinion.good())
        .with("words", opinion.words());
  }
}
