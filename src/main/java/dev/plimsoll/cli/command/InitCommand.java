package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Json;
import dev.plimsoll.cli.terminal.Tone;
import dev.plimsoll.core.NewProject;
import dev.plimsoll.core.Newcomer;
import dev.plimsoll.core.Plimsoll;
import dev.plimsoll.core.checklist.Scaffold;
import dev.plimsoll.core.checklist.ShippedProcess;
import dev.plimsoll.core.checklist.Signatory;
import dev.plimsoll.core.checklist.Wishes;
import dev.plimsoll.core.git.GitRepository;
import dev.plimsoll.core.git.Identity;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.trust.KeyFiles;
import dev.plimsoll.core.trust.KeyListing;
import java.nio.file.Path;
import java.util.ArrayList;
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
    footer = {
      "",
      "Data that lies in the repository gets a backup set, a service a list of smoke tests. What"
          + " does not lie there can be said:",
      "  plimsoll init --data data/app.db --service http://localhost:8000",
      "",
      "Exit codes: 0 written, 1 not written, 2 shown only: nobody said yes."
    })
final class InitCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Option(names = "--yes", description = "Write without asking.")
  boolean yes;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description =
          "The key that you will sign with: a file, or a name of 'plimsoll key list'. You are who"
              + " git is configured with. Without it: the key that git signs with, else the first"
              + " of 'plimsoll key list'.")
  @Nullable Path key;

  @Option(names = "--no-key", description = "Put nobody into the project yet.")
  boolean noKey;

  @Option(
      names = "--data",
      paramLabel = "PATH",
      description = "A file or folder that a backup is to save, beside those that are found.")
  List<Path> data = new ArrayList<>();

  @Option(
      names = "--service",
      paramLabel = "URL",
      description =
          "The product is a service, and runs there: propose smoke tests. An address that ends"
              + " with a usual health path, as /health, says both.")
  @Nullable String service;

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
      var person = noKey ? Optional.<Newcomer>empty() : person(plimsoll);
      var project = propose(person.map(Newcomer::person).stream().toList());
      show(project, person);
      var agreed =
          yes
              || (invocation.prompt().isSomebodyThere()
                  && invocation.prompt().confirm("Write these files into " + project.root() + "?"));
      if (agreed) {
        project.write();
      }
      tell(project, person, agreed);
      return agreed ? ExitCode.OK : ExitCode.OPEN;
    }
  }

  private Wishes wishes() {
    return new Wishes(data.stream().map(invocation::path).toList(), service);
  }

  private NewProject propose(List<Signatory> people) {
    var folder = invocation.projectFolder();
    if (process == null) {
      return NewProject.propose(folder, people, wishes());
    }
    if (!data.isEmpty() || service != null) {
      throw Problem.of(
          "Project not created",
          "A process that comes with Plimsoll brings its own backup sets and smoke tests.",
          "Leave out --data and --service, and edit what is written.");
    }
    return NewProject.propose(folder, people, ShippedProcess.named(process));
  }

  private Optional<Newcomer> person(Plimsoll plimsoll) {
    if (key == null) {
      return plimsoll.newcomer(invocation.projectFolder());
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
        .map(found ->
            Optional.of(
                new Newcomer(
                    new Signatory(who.email(), who.name(), found.openSsh()),
                    found.fingerprint(),
                    file.toString())))
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

  private void show(NewProject project, Optional<Newcomer> person) {
    var out = invocation.aside();
    var found = found(project);
    out.line(found.isEmpty() ? "Found nothing that tells how it is tested." : "Found:");
    found.forEach(line -> out.line("  " + line));
    person.ifPresentOrElse(
        you ->
            out.line(
                "You: "
                    + you.person().name()
                    + " <"
                    + you.person().principal()
                    + ">, with the key "
                    + you.fingerprint()
                    + " ("
                    + you.from()
                    + "). Another one: --key; nobody: --no-key."),
        () -> out.line("Nobody may sign yet. To put yourself in: --key"));
    out.blank();
    for (var file : project.files().entrySet()) {
      out.line(Tone.STRONG, file.getKey());
      file.getValue().lines().forEach(line -> out.line("  " + line));
      out.blank();
    }
  }

  private List<String> found(NewProject project) {
    return Scaffold.foundIn(project.root(), process == null ? wishes() : Wishes.NONE);
  }

  private void tell(NewProject project, Optional<Newcomer> person, boolean written) {
    if (invocation.isJson()) {
      invocation.say(
          new Json()
              .with("exit", written ? ExitCode.OK : ExitCode.OPEN)
              .with("root", project.root())
              .with("written", written)
              .with("found", found(project))
              .with("signer", person.map(Newcomer::fingerprint).orElse(null))
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
                  + "--yes"
                  + (data.isEmpty() && service == null && key == null && !noKey
                      ? ""
                      : ", with the options that you gave"));
    }
  }
}
