package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Tone;
import dev.plimsoll.core.Installation;
import dev.plimsoll.core.OpenProject;
import dev.plimsoll.core.Plimsoll;
import dev.plimsoll.core.ReleaseDesk;
import dev.plimsoll.core.SampleRepository;
import dev.plimsoll.core.SealedRelease;
import dev.plimsoll.core.model.Actor;
import dev.plimsoll.core.model.Answer;
import dev.plimsoll.core.model.Checklist;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.Project;
import dev.plimsoll.core.run.PersonSigner;
import dev.plimsoll.core.run.RunOptions;
import dev.plimsoll.core.trust.FileSigner;
import dev.plimsoll.core.trust.KeyFiles;
import dev.plimsoll.core.trust.PassphraseSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Walks the sample from nothing to a sealed release, in one throw-away folder.
final class Demo {
  static final String PRINCIPAL = "demo@example.org";
  private static final String KEY = "demo";

  private final Invocation invocation;
  private final Path folder;

  /// @param folder empty; everything is made in it
  Demo(Invocation invocation, Path folder) {
    this.invocation = invocation;
    this.folder = folder;
  }

  Path repository() {
    return folder.resolve("lantern");
  }

  Path home() {
    return folder.resolve("home");
  }

  Path allowedSigners() {
    return repository().resolve(".plimsoll").resolve("allowed_signers");
  }

  /// What was sealed, with the signature to verify.
  record Walked(SealedRelease sealed, List<OpenSshWords.Signature> signatures, String tag) {}

  /// @throws Problem where the gate said no-go, or anything on the way was refused
  Walked walk() throws InterruptedException {
    var given = invocation.installation();
    var installation =
        new Installation(home(), given.environment(), given.clock(), given.random(), given.tool());
    try (var plimsoll = Plimsoll.open(installation)) {
      var made = plimsoll.keys().create(KEY, PRINCIPAL, null);
      SampleRepository.create(repository(), PRINCIPAL, made.publicKey(), given.clock());
      try (var key = KeyFiles.open(made.privateFile(), PassphraseSource.none());
          var project = plimsoll.project(repository())) {
        return walk(project, key, made.privateFile());
      }
    }
  }

  private Walked walk(OpenProject project, FileSigner key, Path keyFile)
      throws InterruptedException {
    var out = invocation.aside();
    out.line(Tone.STRONG, "A repository, made for this: " + project.root());
    var question = project.trustQuestion();
    out.line("Its checklists will do this:");
    question.willRun().forEach(line -> out.line("  " + line));
    project.trust(question.digest());
    var desk = project.release(project.propose().version());
    var person = new Walk.Person(PRINCIPAL, key);
    for (var item : project.definition().plan()) {
      if (item.isFor(desk.candidate().type())) {
        walk(project, desk, item, person, keyFile);
      }
    }
    var signers = List.of(new PersonSigner(PRINCIPAL, "approver", key));
    var sealed = desk.seal(signers, folder.resolve("out"));
    return new Walked(
        sealed, OpenSshWords.signatures(sealed.bundle(), signers), desk.candidate().tag());
  }

  private void walk(
      OpenProject project,
      ReleaseDesk desk,
      Project.PlanItem item,
      Walk.Person person,
      Path keyFile)
      throws InterruptedException {
    var checklist = project.checklist(item.checklist()).orElseThrow();
    var out = invocation.aside();
    out.blank();
    out.line(Tone.STRONG, checklist.title());
    var actor = new Actor(PRINCIPAL, person.signer().publicKey().fingerprint());
    var options = new RunOptions(Map.of(), false, actor, Answer.Origin.COMMAND_LINE);
    try (var session = desk.open(checklist.id(), options)) {
      session.signActionsWith(keyFile);
      var telling = new WalkTelling(invocation, checklist, session.state());
      for (var orders : rounds(checklist, person)) {
        var refused = new Walk(session, orders, telling, new Stop()).go();
        if (!refused.isEmpty()) {
          throw refused.getFirst();
        }
      }
      DecisionTelling.print(
          session.view().decision(), session.view().decision().completion().words(), out);
    }
  }

  /// First what runs by itself, with the answers; then what is started by name.
  private List<Walk.Orders> rounds(Checklist checklist, Walk.Person person) {
    var words = DemoAnswers.of(checklist, repository().resolve("README.md"));
    var byItself = new Walk.Orders(words, List.of(), false, person);
    var actions = DemoAnswers.actions(checklist);
    return actions.isEmpty()
        ? List.of(byItself)
        : List.of(byItself, new Walk.Orders(new RunWords(), actions, false, person));
  }
}
