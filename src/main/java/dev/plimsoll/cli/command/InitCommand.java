package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Json;
import dev.plimsoll.cli.terminal.Tone;
import dev.plimsoll.core.NewProject;
import dev.plimsoll.core.Plimsoll;
import dev.plimsoll.core.checklist.Scaffold;
import dev.plimsoll.core.checklist.ShippedProcess;
import dev.plimsoll.core.checklist.Signatory;
import dev.plimsoll.core.git.GitRepository;
import dev.plimsoll.core.git.Identity;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.trust.KeyFiles;
import dev.plimsoll.core.trust.KeyListing;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Makes a project of a repository.
@Command(
    name = "init",
    description = {
      "Make a .plimsoll for the repository, from what lies in it or from a process that comes with"
          + " Plimsoll: show its files, and write them after a yes.",
      "Nothing is ever overwritten."
    },
    footer = {"", "Exit codes: 0 written, 1 not written, 2 shown only: nobody said yes."})
final class InitCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Option(names = "--yes", description = "Write without asking.")
  boolean yes;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description =
          "The key that you will sign with: a file, or a name of 'plimsoll key list'. You are who"
              + " git is configured with.")
  @Nullable Path key;

  @Option(
      names = "--process",
      paramLabel = "NAME",
      completionCandidates = ProcessNames.class,
      description =
          "Start from a process that comes with Plimsoll: ${COMPLETION-CANDIDATES}. Product,"
              + " version and branches are made to fit.")
  @Nullable String process;

  /// The names that stand in the help.
  static final class ProcessNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return ShippedProcess.all().stream().map(ShippedProcess::name).iterator();
    }
  }

  InitCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    try (var plimsoll = invocation.open()) {
      var project = propose(people(plimsoll));
      show(project);
      var agreed =
          yes
              || (invocation.prompt().isSomebodyThere()
                  && invocation.prompt().confirm("Write these files into " + project.root() + "?"));
      if (agreed) {
        project.write();
      }
      tell(project, agreed);
      return agreed ? ExitCode.OK : ExitCode.OPEN;
    }
  }

  private NewProject propose(List<Signatory> people) {
    var folder = invocation.projectFolder();
    return process == null
        ? NewProject.propose(folder, people)
        : NewProject.propose(folder, people, ShippedProcess.named(process));
  }

  private List<Signatory> people(Plimsoll plimsoll) {
    if (key == null) {
      return List.of();
    }
    var file = new Signing(invocation, plimsoll, invocation.projectFolder()).file(key);
    var who =
        identity()
            .orElseThrow(() ->
                Problem.of(
                    "Project not created",
                    "git does not know your name and address here.",
                    "Tell it: git config user.name and git config user.email"));
    return KeyFiles.list(file.resolveSibling("")).stream()
        .filter(listing -> listing.file().equals(file))
        .map(KeyListing::key)
        .flatMap(Optional::stream)
        .findFirst()
        .map(found -> List.of(new Signatory(who.email(), who.name(), found.openSsh())))
        .orElseThrow(() ->
            Problem.of(
                "Project not created",
                key + " is no Ed25519 key of OpenSSH.",
                "Make one with: plimsoll key new NAME"));
  }

  private Optional<Identity> identity() {
    try (var repository = GitRepository.open(invocation.projectFolder())) {
      return repository.userIdentity();
    }
  }

  private void show(NewProject project) {
    var out = invocation.aside();
    var found = Scaffold.foundIn(project.root());
    out.line(found.isEmpty() ? "Found nothing that tells how it is tested." : "Found:");
    found.forEach(line -> out.line("  " + line));
    out.blank();
    for (var file : project.files().entrySet()) {
      out.line(Tone.STRONG, file.getKey());
      file.getValue().lines().forEach(line -> out.line("  " + line));
      out.blank();
    }
  }

  private void tell(NewProject project, boolean written) {
    if (invocation.isJson()) {
      invocation.say(
          new Json()
              .with("exit", written ? ExitCode.OK : ExitCode.OPEN)
              .with("root", project.root())
              .with("written", written)
              .with("found", Scaffold.foundIn(project.root()))
              .with("files", project.files()));
    } else if (written) {
      invocation
          .out()
          .line(
              Tone.GOOD,
              "Written. Commit them, then: plimsoll "
                  + (process == null ? "run pre-release" : "checklist list"));
    } else {
      invocation
          .out()
          .line(
              "Nothing was written. To write it: plimsoll init "
                  + (process == null ? "" : "--process " + process + " ")
                  + "--yes");
    }
  }
}
