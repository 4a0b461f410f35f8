package dev.plimsoll.desktop.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.Problem;
import dev.plimsoll.desktop.task.TaskRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SigningFormTest {
  private static final Keyring.Key STRANGER = new Keyring.Key("s", "SHA256:s", false, false, null);
  private static final Keyring.Key BROKEN =
      new Keyring.Key("b", "SHA256:b", false, false, "Only ssh-ed25519 keys sign here.");
  private static final Keyring.Key ADA = new Keyring.Key("a", "SHA256:a", false, true, null);

  private final List<String> signed = new ArrayList<>();
  private final TaskRunner tasks = new TaskRunner(Runnable::run, Runnable::run);
  private final SigningForm<String> form = new SigningForm<>(new Ring(), tasks, "approver");

  @Test
  void theKeyThatTheTrustFileKnowsIsChosenFirst() {
    form.load(null);
    assertThat(form.key().get()).isEqualTo(ADA);
    assertThat(form.principal().get()).isEqualTo("ada@example.org");
  }

  @Test
  void thePreferredKeyIsChosenWhereItCanSign() {
    form.load(STRANGER.fingerprint());
    assertThat(form.key().get()).isEqualTo(STRANGER);
    form.load(BROKEN.fingerprint());
    assertThat(form.key().get()).as("a key that cannot sign is not offered first").isEqualTo(ADA);
  }

  @Test
  void nobodySignsWithAKeyThatTheTrustFileDoesNotKnow() {
    form.load(STRANGER.fingerprint());
    assertThat(form.ready().get()).isFalse();
    form.sign(signed::add, () -> signed.add("done"));
    assertThat(signed).isEmpty();
  }

  @Test
  void anEncryptedKeyWaitsForItsPassphrase() {
    form.load(null);
    var ready = form.ready();
    assertThat(ready.get()).isFalse();
    form.passphrase().set("open sesame");
    assertThat(ready.get()).isTrue();
    form.sign(signed::add, () -> signed.add("done"));
    assertThat(signed).containsExactly("ada@example.org as approver with open sesame", "done");
    assertThat(form.passphrase().get()).as("not kept").isEmpty();
  }

  @Test
  void aRefusalIsShownAndNothingElseHappens() {
    form.load(null);
    form.passphrase().set("wrong");
    form.sign(signed::add, () -> signed.add("done"));
    assertThat(signed).isEmpty();
    assertThat(form.problem().get()).isNotNull();
    assertThat(form.working().get()).isFalse();
  }

  @Test
  void anotherKeyTakesTheOldPassphraseAndTheOldProblemAway() {
    form.load(null);
    form.passphrase().set("wrong");
    form.sign(signed::add, () -> {});
    form.passphrase().set("typed");
    form.key().set(STRANGER);
    assertThat(form.passphrase().get()).isEmpty();
    assertThat(form.problem().get()).isNull();
    assertThat(form.principal().get()).isNull();
  }

  private static final class Ring implements Keyring<String> {
    @Override
    public List<Key> keys() {
      return List.of(STRANGER, BROKEN, ADA);
    }

    @Override
    public Optional<String> principalOf(Key key) {
      return key.equals(ADA) ? Optional.of("ada@example.org") : Optional.empty();
    }

    @Override
    public void with(Key key, Who who, char[] passphrase, Use<String> use) throws Exception {
      var word = new String(passphrase);
      if (word.equals("wrong")) {
        throw Problem.of("Key not opened", "The passphrase does not open it.", "Try again.");
      }
      use.sign(who.principal() + " as " + who.role() + " with " + word);
    }
  }
}
