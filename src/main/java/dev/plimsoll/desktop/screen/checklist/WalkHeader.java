package dev.plimsoll.desktop.screen.checklist;

import dev.plimsoll.core.model.Checklist;
import dev.plimsoll.core.model.RunState;
import dev.plimsoll.core.run.Earlier;
import dev.plimsoll.core.run.RunView;
import dev.plimsoll.desktop.kit.Chip;
import dev.plimsoll.desktop.kit.PageHeader;
import dev.plimsoll.desktop.kit.Times;
import dev.plimsoll.desktop.kit.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Title, mode, release type; the progress in words and as a bar.
final class WalkHeader extends VBox {
  private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");

  private final Times times;
  private final boolean readOnly;
  private final PageHeader header = new PageHeader("");
  private final ProgressStretches bar = new ProgressStretches();
  private @Nullable Object shown;
  private @Nullable RunView last;
  private Optional<Earlier> earlier = Optional.empty();
  private boolean compact;

  WalkHeader(Times times, boolean readOnly) {
    this.times = times;
    this.readOnly = readOnly;
    getStyleClass().add("walk-header");
    header.getChildren().add(bar);
    getChildren().add(header);
  }

  /// Where there is little room, the progress is enough.
  void compact(boolean now) {
    if (now != compact) {
      compact = now;
      pseudoClassStateChanged(COMPACT, now);
      shown = null;
      var view = last;
      if (view != null) {
        show(view);
      }
    }
  }

  /// @param before the walk before, which stands beside this one
  void beside(Optional<Earlier> before) {
    earlier = before;
  }

  void show(RunView view) {
    last = view;
    bar.show(ProgressShape.of(view));
    var facts = facts(view);
    var now = List.of(view.checklist().title(), view.state().phase(), facts, view.now().dirty());
    if (now.equals(shown)) {
      return;
    }
    shown = now;
    header.title(view.checklist().title());
    header.chips(chips(view));
    header.factTexts(facts.toArray(String[]::new));
  }

  private List<String> facts(RunView view) {
    var progress = view.progress();
    var facts = new ArrayList<String>();
    facts.add(progress.words());
    if (compact) {
      return facts;
    }
    facts.add(
        Times.span(progress.elapsed())
            + (progress.planned() == null
                ? ""
                : " of " + Times.span(progress.planned()) + " planned"));
    facts.add(
        "started by "
            + view.state().opening().operator().id()
            + ", "
            + times.ago(view.state().opening().openedOn()));
    Comparison.whole(view, earlier, times).ifPresent(facts::add);
    return facts;
  }

  private List<Chip> chips(RunView view) {
    var chips = new ArrayList<Chip>();
    if (readOnly) {
      chips.add(new Chip("Auditor · read-only", Tone.NEUTRAL));
    }
    chips.add(
        view.checklist().form().mode() == Checklist.Mode.READ_DO
            ? new Chip("Read-do", Tone.NEUTRAL)
            : new Chip("Do-confirm", Tone.NEUTRAL));
    chips.add(new Chip(view.state().opening().candidate().type().word(), Tone.INFO));
    if (view.now().dirty() && view.state().phase() != RunState.Phase.SEALED) {
      chips.add(new Chip("Rehearsal", Tone.CAUTION));
    }
    switch (view.state().phase()) {
      case PAUSED -> chips.add(new Chip("Paused", Tone.CAUTION));
      case ABORTED -> chips.add(new Chip("Given up", Tone.BAD));
      case SEALED -> chips.add(new Chip("Sealed", Tone.GOOD));
      case OPEN -> {
        // the usual case says nothing
      }
    }
    return chips;
  }
}
