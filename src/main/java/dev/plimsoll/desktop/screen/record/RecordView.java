package dev.plimsoll.desktop.screen.record;

import dev.plimsoll.core.record.RecordOutcome;
import dev.plimsoll.core.record.ReleaseRecord;
import dev.plimsoll.desktop.kit.Action;
import dev.plimsoll.desktop.kit.BottomBar;
import dev.plimsoll.desktop.kit.Chip;
import dev.plimsoll.desktop.kit.Crumb;
import dev.plimsoll.desktop.kit.ErrorPanel;
import dev.plimsoll.desktop.kit.KeyHint;
import dev.plimsoll.desktop.kit.Page;
import dev.plimsoll.desktop.kit.PageHeader;
import dev.plimsoll.desktop.kit.Place;
import dev.plimsoll.desktop.kit.Screen;
import dev.plimsoll.desktop.kit.StandingBadge;
import dev.plimsoll.desktop.kit.StripPane;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Surroundings;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Times;
import dev.plimsoll.desktop.kit.Tone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The record page: the same for the person who sealed it and for an auditor; nothing on it can
/// change the record.
public final class RecordView implements Screen {
  private final RecordViewModel model;
  private final Surroundings around;
  private final boolean readOnly;

  private final StackPane root = new StackPane();
  private final ObservableList<Crumb> crumbs = FXCollections.observableArrayList();
  private final ObservableList<Action> actions = FXCollections.observableArrayList();
  private final PageHeader header = new PageHeader("Release record");
  private final RecordBody body;
  private final RecordStrip strip;
  private final VBox above = new VBox();
  private final Label trust = Texts.line("", Style.SECONDARY);

  private final Action chooseTrust;
  private final Action projectTrust;
  private final Action save;
  private final Action remember;

  /// @param readOnly for an auditor
  public RecordView(RecordViewModel model, Surroundings around, Times times, boolean readOnly) {
    this.model = model;
    this.around = around;
    this.readOnly = readOnly;
    chooseTrust = Action.always("Choose trust file…", "T", this::chooseTrust);
    projectTrust =
        new Action(
            "Use the project's own",
            null,
            Bindings.isNotNull(model.projectTrustProperty()),
            model::verifyAgainstProject);
    save =
        new Action(
            "Save a copy of the bundle…",
            "S",
            Bindings.isNotNull(model.openedProperty()),
            this::save);
    remember =
        new Action(
            "Remember this as the last seen", "P", model.rememberableProperty(), this::remember);
    body = new RecordBody(times, List.of(chooseTrust, projectTrust));
    strip = new RecordStrip(times);
    actions.setAll(chooseTrust, projectTrust, remember, save);
    crumbs.setAll(new Crumb("History", new Place.History()), Crumb.of("Record"));
    root.getStyleClass().add("record-page");
    root.getStylesheets()
        .add(
            Objects.requireNonNull(RecordView.class.getResource("/css/record.css"))
                .toExternalForm());
    var bar = new BottomBar();
    bar.says(trust);
    var ofProject = KeyHint.button(projectTrust);
    ofProject.visibleProperty().bind(projectTrust.possible());
    ofProject.managedProperty().bind(projectTrust.possible());
    var pin = KeyHint.button(remember);
    pin.setId("remember");
    pin.visibleProperty().bind(remember.possible());
    pin.managedProperty().bind(remember.possible());
    bar.offers(ofProject, KeyHint.button(chooseTrust), pin, KeyHint.button(save, Style.ACCENT));
    above.getStyleClass().add("notice-above");
    setShown(above, false);
    var scroller = StripPane.scrolled(body);
    var middle = new StripPane("The record", scroller, "Verify and people", strip);
    root.getChildren().add(new Page(new VBox(header, above), middle, bar));
    model
        .openedProperty()
        .addListener((_, _, now) -> {
          if (now != null) {
            show(now);
          }
        });
    model
        .problemProperty()
        .addListener((_, _, problem) -> {
          setShown(above, problem != null);
          above
              .getChildren()
              .setAll(problem == null ? List.of() : List.of(new ErrorPanel(problem)));
        });
  }

  private static void setShown(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  @Override
  public Parent root() {
    return root;
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
    model.load();
  }

  @Override
  public void onHidden() {
    around.tasks().act(model::close, () -> {}, _ -> {});
  }

  private void show(OpenedRecord opened) {
    showHeader(opened);
    body.show(opened);
    strip.show(opened);
    var checked = opened.checked();
    trust.setText(
        checked == null
            ? "No trust file chosen."
            : checked.trust().words()
                + " "
                + Texts.count(checked.people(), "person", "people")
                + " in it.");
    trust.setTooltip(new Tooltip(trust.getText()));
  }

  private void showHeader(OpenedRecord opened) {
    var record = opened.record();
    var checked = opened.checked();
    var chips = new ArrayList<Node>();
    chips.add(
        checked == null
            ? new Chip("Not verified", Tone.NEUTRAL)
            : new StandingBadge(VerdictRow.look(checked.verification().level())));
    if (readOnly) {
      chips.add(new Chip("Auditor · read-only", Tone.NEUTRAL));
    }
    header.chips(chips);
    if (record == null) {
      header.title("Not a release record");
      header.factTexts(opened.file().toString());
      return;
    }
    var release = record.identity().release();
    header.title("Release record · " + release.product() + " " + release.version());
    header.factTexts(facts(record, opened.sha256()).toArray(String[]::new));
    crumbs.setAll(
        new Crumb("History", new Place.History()),
        Crumb.of(release.product()),
        Crumb.of(release.version()));
  }

  private static List<String> facts(ReleaseRecord record, String sha256) {
    var facts = new ArrayList<String>();
    var sealed = sealedOn(record);
    if (sealed != null) {
      facts.add("sealed " + Times.momentUtc(sealed));
    }
    facts.add(words(record.identity().outcome(), record.exceptions().size()));
    facts.add("candidate " + record.identity().release().candidate());
    facts.add("sha256 " + Texts.shortDigest(sha256));
    return facts;
  }

  private static String words(RecordOutcome outcome, int exceptions) {
    return outcome.words() + (exceptions == 0 ? "" : " · " + Texts.count(exceptions, "exception"));
  }

  /// The last signature of the people who sealed it.
  private static @Nullable Instant sealedOn(ReleaseRecord record) {
    return record.signoffs().stream()
        .map(ReleaseRecord.Approved::signedOn)
        .max(Instant::compareTo)
        .orElse(null);
  }

  private void chooseTrust() {
    around
        .files()
        .file("Your own trust file (allowed_signers)", List.of())
        .ifPresent(model::verifyAgainst);
  }

  private void remember() {
    model.remember(
        () ->
            around
                .dialogs()
                .tell("Remembered. The next look at this log is held against what you saw now."),
        around.dialogs()::tell);
  }

  private void save() {
    var opened = model.openedProperty().get();
    if (opened == null) {
      return;
    }
    around
        .files()
        .saveAs("Save a copy of the bundle", name(opened))
        .ifPresent(to ->
            model.saveCopy(
                to, () -> around.dialogs().tell("Saved as " + to + "."), around.dialogs()::tell));
  }

  private static String name(OpenedRecord opened) {
    var record = opened.record();
    if (record == null) {
      return String.valueOf(opened.file().getFileName());
    }
    var release = record.identity().release();
    return (release.product() + "-" + release.version()).replaceAll("[^A-Za-z0-9._@+-]", "-")
        + ".release.zip";
  }
}
