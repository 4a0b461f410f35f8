package dev.plimsoll.desktop.screen.release;

import dev.plimsoll.core.model.Candidate;
import dev.plimsoll.core.run.SignOffRequest;
import dev.plimsoll.desktop.kit.Action;
import dev.plimsoll.desktop.kit.BottomBar;
import dev.plimsoll.desktop.kit.Card;
import dev.plimsoll.desktop.kit.CardGrid;
import dev.plimsoll.desktop.kit.Chip;
import dev.plimsoll.desktop.kit.Crumb;
import dev.plimsoll.desktop.kit.ErrorPanel;
import dev.plimsoll.desktop.kit.KeyHint;
import dev.plimsoll.desktop.kit.Page;
import dev.plimsoll.desktop.kit.PageHeader;
import dev.plimsoll.desktop.kit.Place;
import dev.plimsoll.desktop.kit.Screen;
import dev.plimsoll.desktop.kit.SigningPanel;
import dev.plimsoll.desktop.kit.StandingBadge;
import dev.plimsoll.desktop.kit.StripPane;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Surroundings;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Times;
import dev.plimsoll.desktop.kit.Tone;
import java.util.ArrayList;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The page of a release: its checklists as cards, the time-out in large type, exceptions; at the
/// right the gate and the people; at the foot the gate's word and the seal.
public final class ReleaseView implements Screen {
  private final ReleaseViewModel model;
  private final Surroundings window;
  private final PageHeader header;
  private final VBox body = new VBox();
  private final CardGrid plan = new CardGrid(17, java.util.List.of());
  private final VBox rest = new VBox();
  private final ReleaseStrip strip;
  private final StripPane middle;
  private final BottomBar bar = new BottomBar();
  private final Page page;
  private final ObservableList<Crumb> crumbs;
  private final BooleanProperty sealable = new SimpleBooleanProperty();
  private final BooleanProperty seen = new SimpleBooleanProperty();
  private final Action preview = new Action("Preview", "V", seen, this::preview);
  private final Action seal = new Action("Seal the release…", "S", sealable, this::seal);
  private final Action again;
  private final BooleanProperty walkable = new SimpleBooleanProperty();

  public ReleaseView(ReleaseViewModel model, Surroundings window, Times times) {
    this.model = model;
    this.window = window;
    this.again = Action.always("Look again", "R", model::refresh);
    this.header = new PageHeader("Release " + model.place().version());
    this.crumbs =
        FXCollections.observableArrayList(
            new Crumb(
                String.valueOf(model.place().root().getFileName()),
                new Place.Project(model.place().root())),
            Crumb.of(model.place().version()));
    this.strip = new ReleaseStrip(times, this::sign, this::rescind);
    body.getStyleClass().add(Style.PAGE_BODY);
    rest.getStyleClass().add(Style.STACK);
    body.getChildren().addAll(plan, rest);
    middle = new StripPane("Checklists", StripPane.scrolled(body), "Gate and sign-off", strip);
    page = new Page(header, middle, bar);
    model.snapshot().addListener((_, _, now) -> show(now));
    model.problem().addListener((_, _, _) -> show(model.snapshot().get()));
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
    return FXCollections.observableArrayList(
        new Action("Walk the next checklist", "W", walkable, this::walkNext), preview, seal, again);
  }

  @Override
  public void onShown() {
    show(model.snapshot().get());
    model.start();
  }

  @Override
  public void onHidden() {
    model.stop();
  }

  private void show(@Nullable ReleaseSnapshot now) {
    rest.getChildren().clear();
    var problem = model.problem().get();
    if (problem != null) {
      rest.getChildren().add(new ErrorPanel(problem, KeyHint.button(again)));
    }
    seen.set(now != null);
    walkable.set(now != null && now.next().isPresent() && !now.isSealed());
    sealable.set(now != null && now.view().decision().isGo() && !now.isSealed());
    if (now == null) {
      bar.says(Texts.line("Looking at the repository…", Style.SECONDARY));
      return;
    }
    showHeader(now);
    plan.show(PlanCards.of(now.view().plan(), model::walk, now.view().state().candidate().type()));
    if (!now.trusted()) {
      rest.getChildren().add(new UntrustedNotice(model::openProject));
    }
    rest.getChildren().add(new TimeOut(now));
    rest.getChildren().add(exceptions(now));
    strip.show(now);
    showBar(now);
  }

  private void showHeader(ReleaseSnapshot now) {
    var state = now.view().state();
    var candidate = state.candidate();
    var repository = now.view().repository();
    crumbs.setAll(
        new Crumb(candidate.product(), new Place.Project(model.place().root())),
        Crumb.of(candidate.tag()));
    header.title(candidate.product() + " " + candidate.tag());
    var chips = new ArrayList<Node>();
    chips.add(new Chip(candidate.type().word(), Tone.INFO));
    if (state.number() > 1) {
      chips.add(new Chip("candidate " + state.number(), Tone.CAUTION));
    }
    if (candidate.bound().dirty()) {
      chips.add(new Chip("rehearsal: uncommitted changes", Tone.CAUTION));
    }
    if (repository.solo()) {
      chips.add(new Chip("one person in all roles", Tone.NEUTRAL));
    }
    header.chips(chips);
    header.facts(facts(candidate, now));
  }

  private static java.util.List<Node> facts(Candidate candidate, ReleaseSnapshot now) {
    var repository = now.view().repository();
    var commits = Texts.count(repository.commitsSince(), "commit");
    Label since =
        Texts.line(
            repository
                .previousTag()
                .map(tag -> commits + " since " + tag)
                .orElse(commits + ", first release"),
            Style.SECONDARY);
    return java.util.List.of(
        Texts.line(
            "commit " + candidate.bound().shortCommit() + " “" + repository.subject() + "”",
            Style.MONO,
            Style.SECONDARY),
        since,
        Texts.line("branch " + candidate.bound().branch(), Style.SECONDARY));
  }

  private static Node exceptions(ReleaseSnapshot now) {
    var all = now.exceptions();
    if (all.isEmpty()) {
      return Card.titled(
          "Exceptions", Texts.secondary("None. Nothing was waived, put off or set aside."));
    }
    return Card.titled("Exceptions (" + all.size() + ")", new ExceptionRows(all));
  }

  private void showBar(ReleaseSnapshot now) {
    var sealed = now.view().state().sealed();
    if (sealed != null) {
      var record =
          KeyHint.button(Action.always("Open the record", null, model::openRecord), Style.ACCENT);
      bar.says(
          Texts.line(
              "Sealed as " + sealed.outcome().replace('_', ' ') + ". Nothing can be added.",
              Style.STRONG));
      bar.offers(KeyHint.button(preview), record);
      return;
    }
    bar.says(new StandingBadge(now.view().decision()), Texts.line(words(now), Style.SECONDARY));
    var button = KeyHint.button(seal);
    button.setId("seal");
    var next = now.next();
    if (next.isEmpty()) {
      button.getStyleClass().add(Style.ACCENT);
      bar.offers(KeyHint.button(preview), button);
      return;
    }
    var begun = next.get().run().isPresent();
    var walk =
        new Action(
            (begun ? "Continue " : "Start ") + next.get().checklist().title(),
            "W",
            walkable,
            this::walkNext);
    bar.offers(KeyHint.button(preview), button, KeyHint.button(walk, Style.ACCENT));
  }

  private void walkNext() {
    var now = model.snapshot().get();
    if (now != null) {
      now.next().ifPresent(card -> model.walk(card.checklist().id()));
    }
  }

  private static String words(ReleaseSnapshot now) {
    if (now.view().decision().isGo()) {
      return "Everything is proven. The release stays open until it is sealed.";
    }
    var open = now.view().decision().blockers().size();
    return Texts.count(open, "reason")
        + (open == 1 ? " stands" : " stand")
        + " against it. The release stays open until it is sealed.";
  }

  private void preview() {
    var now = model.snapshot().get();
    if (now != null) {
      window.dialogs().show(Preview.panel(now, window.dialogs()::close));
    }
  }

  private void seal() {
    var now = model.snapshot().get();
    if (now != null) {
      new SealDialog(model, window).show(now);
    }
  }

  private void sign(SignOffRequest request) {
    var form = model.form(request.role());
    var subject =
        new SigningPanel.Subject(
            "Sign off as " + request.role(),
            request.statement(),
            request.onScreen(),
            "Sign as " + request.role());
    window
        .dialogs()
        .show(
            new SigningPanel(form)
                .panel(subject, window.dialogs()::close, () -> model.signOff(form, request)));
    form.load(null);
  }

  private void rescind(String principal) {
    new RescindDialog(model, window.dialogs()).show(principal);
  }
}
