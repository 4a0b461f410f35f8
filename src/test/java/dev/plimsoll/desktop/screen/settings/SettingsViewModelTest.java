package dev.plimsoll.desktop.screen.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.Plimsoll;
import dev.plimsoll.core.model.Actor;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.trust.AllowedSigners;
import dev.plimsoll.desktop.Showcase;
import dev.plimsoll.desktop.kit.Look;
import dev.plimsoll.desktop.kit.Operator;
import dev.plimsoll.desktop.kit.Preferences;
import dev.plimsoll.desktop.task.TaskRunner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsViewModelTest {
  private final List<String> proven = new ArrayList<>();
  private Preferences kept = Preferences.USUAL;
  private Plimsoll plimsoll;
  private SettingsViewModel model;
  @TempDir Path folder;

  @BeforeEach
  void open() throws IOException {
    plimsoll = Showcase.in(folder).open();
    model =
        new SettingsViewModel(
            keeper(),
            plimsoll.keys(),
            operator(),
            proof(),
            new TaskRunner(Runnable::run, Runnable::run));
  }

  @AfterEach
  void close() {
    plimsoll.close();
  }

  @Test
  void whatIsChosenIsKeptAndTheRestStays() {
    model.theme(Look.Theme.DARK);
    model.textSize(150);
    assertThat(kept.look()).isEqualTo(new Look(Look.Theme.DARK, 150));
    model.theme(Look.Theme.LIGHT);
    assertThat(kept.look()).isEqualTo(new Look(Look.Theme.LIGHT, 150));
  }

  @Test
  void theKeysOfThisMachineAreListedWithoutTheOneThatSignsTheLog() {
    model.refresh();
    assertThat(model.keys()).extracting(key -> key.label()).contains("ops", "lead");
    assertThat(model.keys()).noneMatch(key -> key.label().equals("audit-log"));
  }

  @Test
  void aKeyIsRememberedOnlyAfterItWasProven() {
    model.refresh();
    var ops =
        model.keys().stream().filter(key -> key.label().equals("ops")).findFirst().orElseThrow();
    model.use(ops, new char[0], () -> proven.add("done"));
    assertThat(proven).containsExactly(ops.fingerprint(), "done");
    assertThat(kept.key()).isEqualTo(ops.fingerprint());
    assertThat(model.proven().get()).isEqualTo(ops.fingerprint());

    model.useNone();
    assertThat(kept.key()).isNull();
    assertThat(model.proven().get()).isNull();
  }

  @Test
  void aWrongPassphraseIsToldAndNothingIsRemembered() {
    model.refresh();
    var lead =
        model.keys().stream().filter(key -> key.label().equals("lead")).findFirst().orElseThrow();
    model.use(lead, "wrong".toCharArray(), () -> proven.add("done"));
    assertThat(model.problem().get()).isNotNull();
    assertThat(proven).isEmpty();
    assertThat(kept.key()).isNull();
  }

  @Test
  void aNewKeyComesWithTheLineThatTrustFilesNeed() {
    var lines = new ArrayList<String>();
    var passphrase = "a good one".toCharArray();
    model.create("release-key", "ada@example.org", passphrase, lines::add);
    assertThat(AllowedSigners.parse(lines.getFirst() + "\n", "line").entries())
        .singleElement()
        .satisfies(entry -> assertThat(entry.principal()).isEqualTo("ada@example.org"));
    assertThat(passphrase).containsOnly('\0');
    assertThat(model.keys()).anyMatch(key -> key.label().equals("release-key") && key.encrypted());
  }

  @Test
  void aKeyThatExistsIsNotOverwritten() {
    var lines = new ArrayList<String>();
    model.create("ops", "ada@example.org", "x".toCharArray(), lines::add);
    assertThat(lines).isEmpty();
    assertThat(model.problem().get()).isNotNull();
  }

  @Test
  void theLineOfAnEncryptedKeyIsShownWithoutItsPassphrase() {
    model.refresh();
    var lead =
        model.keys().stream().filter(key -> key.label().equals("lead")).findFirst().orElseThrow();
    var lines = new ArrayList<String>();
    model.trustLine(lead, "lead@example.org", line -> line.ifPresent(lines::add));
    assertThat(lines).singleElement().asString().startsWith("lead@example.org ssh-ed25519 ");
  }

  private Preferences.Keeper keeper() {
    return new Preferences.Keeper() {
      @Override
      public Preferences read() {
        return kept;
      }

      @Override
      public void keep(Preferences preferences) {
        kept = preferences;
      }
    };
  }

  private static Operator operator() {
    return new Operator() {
      @Override
      public Actor in(Path root) {
        return Actor.unauthenticated("ada", "harbour");
      }

      @Override
      public Optional<String> key() {
        return Optional.empty();
      }
    };
  }

  private Proof proof() {
    return new Proof() {
      @Override
      public void prove(String fingerprint, char[] passphrase) {
        if (new String(passphrase).equals("wrong")) {
          throw Problem.of("Key not opened", "The passphrase does not open it.", "Try again.");
        }
        proven.add(fingerprint);
      }

      @Override
      public void forget() {
        proven.clear();
      }
    };
  }
}
