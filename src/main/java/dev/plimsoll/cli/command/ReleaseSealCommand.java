package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Json;
import dev.plimsoll.cli.terminal.Tone;
import dev.plimsoll.core.OpenProject;
import dev.plimsoll.core.SealedRelease;
import dev.plimsoll.core.model.Project;
import dev.plimsoll.core.run.PersonSigner;
import dev.plimsoll.core.trust.Signer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Seals a release: its record, signed, in a bundle.
@Command(
    name = "seal",
    description = {
      "Seal a release: write its record, have it signed, and put everything into one bundle.",
      "Several people sign when --sign-as (and --key) stand there several times."
    },
    footer = {
      "",
      "Exit codes: 0 sealed, 1 not sealed: the gate says no-go, or something stands in the way."
    })
final class ReleaseSealCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Mixin ReleaseWords words = new ReleaseWords();

  @ArgGroup(exclusive = false, multiplicity = "1..*")
  List<SignerWords> signers = new ArrayList<>();

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      description = "The role they sign in; approver where they have it, else their first.")
  @Nullable String role;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the bundle is written; the working directory by default.")
  Path directory = Path.of("");

  ReleaseSealCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    var keys = new ArrayList<Signer>();
    try (var plimsoll = invocation.open();
        var project = invocation.project(plimsoll)) {
      var signing = new Signing(invocation, plimsoll, project.root());
      var people = new ArrayList<PersonSigner>();
      for (var signer : signers) {
        var key = signing.open(signer);
        keys.add(key);
        people.add(new PersonSigner(signer.principal, role(project, signer.principal), key));
      }
      var sealed = words.desk(project).seal(people, invocation.path(directory));
      tell(sealed, project, OpenSshWords.signatures(sealed.bundle(), people));
      return ExitCode.OK;
    } finally {
      keys.forEach(Signer::close);
    }
  }

  private String role(OpenProject project, String principal) {
    return role == null ? usualRole(project.definition(), principal) : role;
  }

  /// `approver` where the project gives them that role or names nobody at all.
  static String usualRole(Project project, String principal) {
    var roles = project.person(principal).map(Project.Person::roles).orElse(Set.of());
    return roles.isEmpty() || roles.contains("approver")
        ? "approver"
        : roles.stream().sorted().findFirst().orElseThrow();
  }

  private void tell(
      SealedRelease sealed, OpenProject project, List<OpenSshWords.Signature> signatures) {
    var trusted = project.root().resolve(".plimsoll").resolve("allowed_signers");
    var commands = OpenSshWords.commands(sealed.bundle(), trusted, signatures);
    if (invocation.isJson()) {
      invocation.say(
          new Json()
              .with("exit", ExitCode.OK)
              .with("bundle", sealed.bundle())
              .with("sha256", sealed.sha256())
              .with("outcome", sealed.outcome())
              .with("verify", commands));
      return;
    }
    var out = invocation.out();
    out.line(Tone.GOOD, "Sealed as " + sealed.outcome() + ": " + sealed.bundle());
    out.line("  record " + sealed.sha256());
    out.line("To verify it with OpenSSH alone:");
    commands.forEach(command -> out.line("  " + command));
    out.line(
        "To verify all of it: plimsoll record verify "
            + sealed.bundle()
            + " --allowed-signers "
            + trusted);
  }
}
