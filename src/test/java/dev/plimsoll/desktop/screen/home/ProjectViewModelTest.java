package dev.plimsoll.desktop.screen.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.OpenProject;
import dev.plimsoll.core.Plimsoll;
import dev.plimsoll.desktop.Showcase;
import dev.plimsoll.desktop.kit.Place;
import dev.plimsoll.desktop.kit.TestSurroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectViewModelTest {
  private final TestSurroundings window = new TestSurroundings();
  private final FixedStarter starter = new FixedStarter();
  private Showcase showcase;
  private Plimsoll plimsoll;
  private OpenProject project;
  @TempDir Path folder;

  @BeforeEach
  void open() throws IOException {
    showcase = Showcase.in(folder);
    plimsoll = showcase.open();
    project = plimsoll.project(showcase.repository);
  }

  @AfterEach
  void close() {
    project.close();
    plimsoll.close();
  }

  @Test
  void aSoundProjectProposesItsReleaseAndSaysWhereTheVersionStands() {
    var model = model();
    model.refresh();

    var opened = opened(model);
    assertThat(opened.name()).isEqualTo("customer-ops");
    assertThat(opened.errors()).isEmpty();
    assertThat(opened.next().proposed().source()).contains("CHANGELOG.md");
    assertThat(model.version().get()).isEqualTo("1.5.0");
  }

  @Test
  void aVersionThatAPersonTypedIsNotOverwrittenByTheNextLook() {
    var model = model();
    model.refresh();
    model.version().set("2.0.0");
    model.refresh();
    assertThat(model.version().get()).isEqualTo("2.0.0");
  }

  @Test
  void nothingIsTrustedByLooking() {
    var model = model();
    model.refresh();
    assertThat(opened(model).question().trusted()).isFalse();
    assertThat(opened(model).question().willRun())
        .anyMatch(line -> line.startsWith("pre-release / unit: "));
  }

  @Test
  void yesTrustsWhatWasShown() {
    var model = model();
    model.refresh();
    model.trust();
    assertThat(opened(model).question().trusted()).isTrue();
    assertThat(window.told).singleElement().asString().startsWith("Trusted.");
  }

  @Test
  void yesToFilesThatChangedMeanwhileTrustsNothingAndShowsThemAgain() throws IOException {
    var model = model();
    model.refresh();
    var shown = opened(model).question().digest();
    change("pre-release.yaml", "run: [sh, tests.sh]", "run: [sh, x.sh]");

    model.trust();

    assertThat(model.problem().get()).isNotNull();
    assertThat(model.problem().get().what()).isEqualTo("Not trusted");
    assertThat(opened(model).question().trusted()).isFalse();
    assertThat(opened(model).question().digest()).isNotEqualTo(shown);
  }

  @Test
  void errorsStandWithFileLineAndColumnAndHideTheRelease() throws IOException {
    change("pre-release.yaml", "title: Lint clean", "tilte: Lint clean");
    var model = model();
    model.refresh();

    var opened = opened(model);
    assertThat(opened.errors())
        .anySatisfy(finding -> {
          assertThat(String.valueOf(finding.at()))
              .matches("\\.plimsoll/checklists/pre-release\\.yaml:\\d+:\\d+");
          assertThat(finding.message()).contains("tilte");
        });
    assertThat(opened.next().proposed()).isNull();
  }

  @Test
  void aVersionOutsideTheSchemeIsRefusedInPlace() {
    var model = model();
    model.refresh();
    model.version().set("one");
    model.openRelease();
    assertThat(window.visited).isEmpty();
    assertThat(model.problem().get()).isNotNull();
  }

  @Test
  void aGoodVersionLeadsToItsRelease() {
    var model = model();
    model.refresh();
    model.openRelease();
    assertThat(window.visited)
        .containsExactly(new Place.Release(showcase.repository, Showcase.VERSION));
  }

  @Test
  void whatCannotBeOpenedSaysWhyAndOffersFilesOnlyWhereTheyHelp() {
    var plain = folder.resolve("elsewhere");
    var model =
        new ProjectViewModel(plain, () -> plimsoll.project(plain), starter, window.surroundings());
    model.refresh();
    assertThat(model.state().get())
        .isInstanceOfSatisfying(
            ProjectState.Refused.class,
            refused -> {
              assertThat(refused.problem().next()).isNotBlank();
              assertThat(refused.proposals()).isEmpty();
            });

    var proposal =
        new Starter.Proposal("What I found", plain, List.of(new Starter.NewFile("a", "b")));
    starter.proposals = List.of(proposal);
    model.refresh();
    assertThat(((ProjectState.Refused) model.state().get()).proposals()).containsExactly(proposal);
    assertThat(starter.written).isEmpty();

    model.create(proposal);
    assertThat(starter.written).contains(proposal);
  }

  private ProjectViewModel model() {
    return new ProjectViewModel(showcase.repository, () -> project, starter, window.surroundings());
  }

  private static ProjectState.Opened opened(ProjectViewModel model) {
    return (ProjectState.Opened) model.state().get();
  }

  private void change(String file, String... replacements) throws IOException {
    var path = showcase.repository.resolve(".plimsoll/checklists").resolve(file);
    var text = Files.readString(path);
    for (var i = 0; i < replacements.length; i += 2) {
      text = text.replace(replacements[i], replacements[i + 1]);
    }
    Files.writeString(path, text);
  }

  private static final class FixedStarter implements Starter {
    private List<Proposal> proposals = List.of();
    private Optional<Proposal> written = Optional.empty();

    @Override
    public List<Proposal> propose(Path anywhereInside) {
      return proposals;
    }

    @Override
    public void write(Proposal files) {
      written = Optional.of(files);
    }
  }
}
