package dev.plimsoll.desktop.screen.home;

import dev.plimsoll.core.model.Finding;
import dev.plimsoll.desktop.kit.Action;
import dev.plimsoll.desktop.kit.Card;
import dev.plimsoll.desktop.kit.Chip;
import dev.plimsoll.desktop.kit.Crumb;
import dev.plimsoll.desktop.kit.ErrorPanel;
import dev.plimsoll.desktop.kit.Icons;
import dev.plimsoll.desktop.kit.KeyHint;
import dev.plimsoll.desktop.kit.Page;
import dev.plimsoll.desktop.kit.PageHeader;
import dev.plimsoll.desktop.kit.Place;
import dev.plimsoll.desktop.kit.Rows;
import dev.plimsoll.desktop.kit.Screen;
import dev.plimsoll.desktop.kit.StripPane;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Tone;
import dev.plimsoll.desktop.kit.WindowWords;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The page of one repository. What hinders stands first: it cannot be opened, its files have
/// errors, nobody trusted what they would run. The release comes after.
public final class ProjectView implements Screen {
  private final ProjectViewModel model;
  private final PageHeader header;
  private final VBox body = new VBox();
  private final Page page;
  private final ProposalDialog proposals;
  private final ObservableList<Crumb> crumbs;
  private final Action again;
  private final ObservableList<Action> actions;

  public ProjectView(ProjectViewModel model, ProposalDialog proposals) {
    this.model = model;
    this.proposals = proposals;
    var name = String.valueOf(model.folder().getFileName());
    this.header = new PageHeader(name);
    this.crumbs =
        FXCollections.observableArrayList(new Crumb("Home", new Place.Home()), Crumb.of(name));
    this.again = Action.always("Look again", "R", model::refresh);
    this.actions = FXCollections.observableArrayList(again);
    body.getStyleClass().addAll(Style.PAGE_BODY, "narrow");
    var scroller = StripPane.scrolled(body);
    page = new Page(header, scroller);
    header.factTexts(model.folder().toString());
    model.state().addListener((_, _, _) -> show());
    model.problem().addListener((_, _, _) -> show());
  }

  @Override
  public Parent root() {
    return page;
  }

  @Override
  public ObservableList<Crumb> crumbs() {
    return crumbs;
  }

  @Override
  public ObservableList<Action> actions() {
    return actions;
  }

  @Override
  public void onShown() {
    show();
    model.refresh();
  }

  private void show() {
    body.getChildren().clear();
    actions.setAll(again);
    var problem = model.problem().get();
    if (problem != null) {
      body.getChildren().add(new ErrorPanel(problem));
    }
    switch (model.state().get()) {
      case ProjectState.Looking _ ->
          body.getChildren().add(Texts.secondary("Looking at the repository…"));
      case ProjectState.Refused refused -> showRefused(refused);
      case ProjectState.Opened opened -> showOpened(opened);
    }
  }

  private void showRefused(ProjectState.Refused refused) {
    var offered = refused.proposals();
    if (!offered.isEmpty()) {
      var look = Action.always("Create a .plimsoll…", "C", () -> proposals.show(offered, model));
      var button = KeyHint.button(look, Style.ACCENT);
      button.setId("create-plimsoll");
      actions.add(look);
      body.getChildren()
          .add(
              Card.titled(
                  "This repository has no checklists yet",
                  Texts.text(
                      "Plimsoll keeps them beside the code, in the folder .plimsoll. It can propose"
                          + " first files from what lies in this repository, or from a process that"
                          + " comes with Plimsoll; you see every file before it is written, and"
                          + " nothing is committed."),
                  row(button, KeyHint.button(again))));
      return;
    }
    body.getChildren().add(new ErrorPanel(refused.problem(), KeyHint.button(again)));
  }

  private void showOpened(ProjectState.Opened opened) {
    header.title(opened.name());
    header.chips(List.of(trustChip(opened)));
    header.factTexts(opened.root().toString());
    crumbs.set(crumbs.size() - 1, Crumb.of(opened.name()));
    if (!opened.errors().isEmpty()) {
      body.getChildren()
          .add(
              findings(
                  opened.errors().size() == 1
                      ? "One error in the files"
                      : opened.errors().size() + " errors in the files",
                  opened.errors()));
      return;
    }
    if (!opened.question().trusted()) {
      body.getChildren().add(new TrustCard(opened.question(), model::trust));
    }
    body.getChildren().add(new NextRelease(opened, model));
    if (!opened.remarks().isEmpty()) {
      body.getChildren().add(findings("Remarks on the files", opened.remarks()));
    }
  }

  private static Chip trustChip(ProjectState.Opened opened) {
    if (opened.question().trusted()) {
      return new Chip("trusted", Tone.GOOD);
    }
    return opened.question().trustedBefore().isPresent()
        ? new Chip("changed since you trusted it", Tone.CAUTION)
        : new Chip("not trusted yet", Tone.CAUTION);
  }

  private Node findings(String title, List<Finding> findings) {
    var rows = new Rows(findings.stream().map(ProjectView::finding).toList());
    return Card.headed(title, KeyHint.button(again), rows);
  }

  private static Node finding(Finding finding) {
    var words = new VBox();
    words.getStyleClass().add("tight");
    HBox.setHgrow(words, Priority.ALWAYS);
    var at = finding.at();
    if (at != null) {
      words.getChildren().add(Texts.line(at.toString(), Style.MONO, Style.STRONG));
    }
    words.getChildren().add(Texts.text(finding.message()));
    WindowWords.next(finding).ifPresent(next -> words.getChildren().add(Texts.secondary(next)));
    var icon =
        switch (finding.severity()) {
          case ERROR -> Icons.of(Feather.X_CIRCLE, Tone.BAD);
          case WARNING -> Icons.of(Feather.ALERT_TRIANGLE, Tone.CAUTION);
          case NOTE -> Icons.of(Feather.INFO, Tone.INFO);
        };
    var row = new HBox(icon, words);
    row.getStyleClass().addAll(Style.ROW, "top");
    words.setAccessibleText(
        finding.severity().name().toLowerCase(java.util.Locale.ROOT)
            + ": "
            + WindowWords.whole(finding));
    return row;
  }

  private static HBox row(Node... nodes) {
    var row = new HBox(nodes);
    row.getStyleClass().addAll(Style.ROW, "remedies");
    return row;
  }
}
