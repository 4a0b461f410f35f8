package dev.plimsoll.desktop.screen.history;

import dev.plimsoll.core.history.HistoryFilter;
import dev.plimsoll.desktop.kit.Times;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Locale;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.binding.StringExpression;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// What a person asked the list to show: the kind of lines, words, product, state and time. Belongs
/// to the window's thread.
public final class Narrowing {
  private final Times times;
  private final ObjectProperty<Shelf> shelf = new SimpleObjectProperty<>(Shelf.RELEASES);
  private final StringProperty typed = new SimpleStringProperty("");
  private final StringProperty product = new SimpleStringProperty("");
  private final ObjectProperty<StateChoice> state = new SimpleObjectProperty<>(StateChoice.ANY);
  private final ObjectProperty<Since> since = new SimpleObjectProperty<>(Since.ANY);
  private final ObjectProperty<@Nullable LocalDate> day = new SimpleObjectProperty<>();
  private Runnable changed = () -> {};
  private boolean quiet;

  Narrowing(Times times) {
    this.times = times;
    shelf.addListener((_, _, now) -> {
      if (!StateChoice.on(now).contains(state.get())) {
        quietly(() -> state.set(StateChoice.ANY));
      }
    });
  }

  /// Calls `asked` whenever something else is asked.
  void onChange(Runnable asked) {
    changed = asked;
    for (var part : new Observable[] {shelf, typed, product, state, since, day}) {
      part.addListener(_ -> {
        if (!quiet) {
          changed.run();
        }
      });
    }
  }

  private void quietly(Runnable change) {
    var before = quiet;
    quiet = true;
    change.run();
    quiet = before;
  }

  /// Shows everything of this kind again.
  public void clear() {
    quietly(() -> {
      typed.set("");
      product.set("");
      state.set(StateChoice.ANY);
      since.set(Since.ANY);
      day.set(null);
    });
    changed.run();
  }

  public BooleanExpression isNarrowed() {
    return Bindings.createBooleanBinding(
        () -> !words().get().isEmpty(), typed, product, state, since, day);
  }

  /// What is asked, in words: `“redis”, customer-ops, paused, last 7 days`; empty where all is
  /// shown.
  public StringExpression words() {
    return Bindings.createStringBinding(this::say, typed, product, state, since, day);
  }

  private String say() {
    var said = new ArrayList<String>();
    if (!typed.get().isBlank()) {
      said.add("“" + typed.get().strip() + "”");
    }
    if (!product.get().isEmpty()) {
      said.add(product.get());
    }
    if (state.get() != StateChoice.ANY) {
      said.add(state.get().toString().toLowerCase(Locale.ENGLISH));
    }
    var first = day.get();
    if (since.get() == Since.DAY && first != null) {
      said.add("since " + Times.day(first));
    } else if (since.get() != Since.ANY && since.get() != Since.DAY) {
      said.add(since.get().toString().toLowerCase(Locale.ENGLISH));
    }
    return String.join(", ", said);
  }

  /// The person's day.
  LocalDate today() {
    return LocalDate.ofInstant(times.clock().instant(), times.zone());
  }

  HistoryQuestion question() {
    return new HistoryQuestion(
        shelf.get(),
        typed.get().strip(),
        state
            .get()
            .narrow(HistoryFilter.ALL)
            .withProduct(product.get().isEmpty() ? null : product.get())
            .since(since.get().start(times, day.get())));
  }

  public ObjectProperty<Shelf> shelf() {
    return shelf;
  }

  /// What is searched for; where it is not blank the list shows what was found.
  public StringProperty typed() {
    return typed;
  }

  /// Only this product; empty for all.
  public StringProperty product() {
    return product;
  }

  public ObjectProperty<StateChoice> state() {
    return state;
  }

  public ObjectProperty<Since> since() {
    return since;
  }

  /// The first day of [Since#DAY].
  public ObjectProperty<@Nullable LocalDate> day() {
    return day;
  }
}
