package dev.plimsoll.desktop.app;

import dev.plimsoll.core.NewProject;
import dev.plimsoll.core.Newcomer;
import dev.plimsoll.core.Plimsoll;
import dev.plimsoll.core.checklist.ShippedProcess;
import dev.plimsoll.core.checklist.Signatory;
import dev.plimsoll.core.git.GitRepository;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.desktop.screen.home.Starter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// The first `.plimsoll/` of a repository, with the person in it when they have a key: the one
/// proven in this window, else the one that they probably sign with.
final class FirstFiles implements Starter {
  private final Plimsoll plimsoll;
  private final Keyholder keyholder;

  FirstFiles(Plimsoll plimsoll, Keyholder keyholder) {
    this.plimsoll = plimsoll;
    this.keyholder = keyholder;
  }

  @Override
  public List<Proposal> propose(Path anywhereInside) {
    var proposals = new ArrayList<Proposal>();
    try {
      var people = people(anywhereInside);
      proposals.add(
          proposal("What I found in this repository", NewProject.propose(anywhereInside, people)));
      for (var process : ShippedProcess.all()) {
        proposals.add(
            proposal(process.title(), NewProject.propose(anywhereInside, people, process)));
      }
      return proposals;
    } catch (Problem notARepository) {
      return List.of(); // the page tells why the folder cannot be opened
    }
  }

  private List<Signatory> people(Path anywhereInside) {
    try (var repository = GitRepository.open(anywhereInside)) {
      var user = repository.userIdentity();
      var key = keyholder.publicKey();
      return user.isPresent() && key.isPresent()
          ? List.of(new Signatory(user.get().email(), user.get().name(), key.get().openSsh()))
          : plimsoll.newcomer(anywhereInside).map(Newcomer::person).stream().toList();
    }
  }

  private static Proposal proposal(String title, NewProject project) {
    return new Proposal(
        title,
        project.root(),
        project.files().entrySet().stream()
            .map(file -> new NewFile(file.getKey(), file.getValue()))
            .toList());
  }

  @Override
  public void write(Proposal proposal) {
    var files = new LinkedHashMap<String, String>();
    proposal.files().forEach(file -> files.put(file.path(), file.text()));
    new NewProject(proposal.root(), files).write();
  }
}
