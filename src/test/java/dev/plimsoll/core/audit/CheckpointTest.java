package dev.plimsoll.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.model.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CheckpointTest {
  private static final String ORIGIN = "plimsoll.dev/log/00112233445566778899aabbccddeeff";
  private static final SeededKey KEY = new SeededKey(7);

  /// Made here, verified once by hand with `openssl pkeyutl -verify -rawin` over the first three
  /// lines.
  private static final String NOTE =
      """
      plimsoll.dev/log/00112233445566778899aabbccddeeff
      1
      bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=

      — plimsoll.dev/log/00112233445566778899aabbccddeeff P96ye+t8VZdX3X5agovHkvWOzSGcecPhb9SWc2JH6o/vGNQBoAX7171ZvojwtlerZCOoPJFFfdSl9NxgpDzv8tFIpAs=
      """;

  private final Checkpoint checkpoint =
      Checkpoint.sign(ORIGIN, Merkle.EMPTY.plus(new byte[0]), KEY);

  @Test
  void theNoteIsSpelledByteForByteAsTheFormatSays() {
    assertThat(checkpoint.encode()).isEqualTo(NOTE);
    assertThat(checkpoint.text()).isEqualTo(NOTE.substring(0, NOTE.indexOf("\n\n") + 1));
  }

  @Test
  void whatWasWrittenIsReadBackAndVerifies() {
    var read = Checkpoint.parse(NOTE);

    assertThat(read).isEqualTo(checkpoint);
    assertThat(read.verify(KEY.publicKey())).isTrue();
    assertThat(read.verify(new SeededKey(8).publicKey())).isFalse();
  }

  @Test
  void anotherSizeRootOrOriginDoesNotVerify() {
    var signatures = checkpoint.signatures();
    var otherOrigin = ORIGIN.replace("00112233", "99112233");

    assertThat(new Checkpoint(ORIGIN, 2, checkpoint.rootHash(), signatures).verify(KEY.publicKey()))
        .isFalse();
    assertThat(new Checkpoint(ORIGIN, 1, "0".repeat(64), signatures).verify(KEY.publicKey()))
        .isFalse();
    assertThat(
            new Checkpoint(otherOrigin, 1, checkpoint.rootHash(), signatures)
                .verify(KEY.publicKey()))
        .isFalse();
    assertThat(new Checkpoint(ORIGIN, 1, checkpoint.rootHash(), List.of()).verify(KEY.publicKey()))
        .isFalse();
  }

  @Test
  void aSecondSignatureBesideTheLogsOwnIsKept() {
    var cosigned = NOTE + "— witness.example AAAAAAAA\n";

    var read = Checkpoint.parse(cosigned);

    assertThat(read.signatures()).hasSize(2);
    assertThat(read.encode()).isEqualTo(cosigned);
    assertThat(read.verify(KEY.publicKey())).isTrue();
  }

  @Test
  void aSignatureUnderAnotherNameIsNotTheLogs() {
    var renamed = NOTE.replace("— " + ORIGIN, "— witness.example");

    assertThat(Checkpoint.parse(renamed).verify(KEY.publicKey())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "plimsoll.dev/log/00112233445566778899aabbccddeeff\n1\n",
        "plimsoll.dev/log/short\n1\nAA==\n\n— a AAAA\n",
        "plimsoll.dev/log/00112233445566778899aabbccddeeff\n"
            + "01\n"
            + "bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=\n\n"
            + "— a AAAA\n",
        "plimsoll.dev/log/00112233445566778899aabbccddeeff\n"
            + "-1\n"
            + "bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=\n\n"
            + "— a AAAA\n",
        "plimsoll.dev/log/00112233445566778899aabbccddeeff\n"
            + "1\n"
            + "bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0\n\n"
            + "— a AAAA\n",
        "plimsoll.dev/log/00112233445566778899aabbccddeeff\n1\nAAAA\n\n— a AAAA\n",
        "plimsoll.dev/log/00112233445566778899aabbccddeeff\n1\n@@@\n\n— a AAAA\n",
        "plimsoll.dev/log/00112233445566778899aabbccddeeff\n"
            + "1\n"
            + "bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=\n"
            + "extension\n\n"
            + "— a AAAA\n",
        "plimsoll.dev/log/00112233445566778899aabbccddeeff\n"
            + "1\n"
            + "bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=\n\n"
            + "- a AAAA\n",
        "plimsoll.dev/log/00112233445566778899aabbccddeeff\r\n"
            + "1\r\n"
            + "bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=\r\n\r\n"
            + "— a AAAA\r\n",
      })
  void anythingThatIsNotExactlyANoteIsRefused(String note) {
    assertThatThrownBy(() -> Checkpoint.parse(note))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith(
            "Checkpoint not readable: This is not a checkpoint of an audit log");
  }

  @Test
  void aNoteWithoutItsLastLineFeedIsRefused() {
    assertThatThrownBy(() -> Checkpoint.parse(NOTE.stripTrailing())).isInstanceOf(Problem.class);
  }
}
