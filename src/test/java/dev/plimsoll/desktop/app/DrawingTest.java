package dev.plimsoll.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.model.ChainPicture;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DrawingTest {
  private static final ChainPicture HALF =
      new ChainPicture(
          new ChainPicture.Extent(0, 0, 0), List.of(), List.of(), List.of(), List.of(), null);

  @Test
  void whatWasReadUntilAStopIsNoPicture() throws Exception {
    var begun = new CountDownLatch(1);
    var drawing =
        new Drawing(() -> {
          begun.countDown();
          while (!Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
          }
          return HALF;
        });
    var thrown = new CompletableFuture<Throwable>();
    var thread =
        Thread.ofPlatform()
            .daemon()
            .start(() -> {
              try {
                drawing.run();
                thrown.complete(new AssertionError("a half picture"));
              } catch (InterruptedException stopped) {
                thrown.complete(stopped);
              }
            });
    assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
    drawing.stop();

    assertThat(thrown.get(30, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
    thread.join();
  }

  @Test
  void oneThatWasStoppedBeforeItBeganReadsNothing() {
    var drawing =
        new Drawing(() -> {
          throw new AssertionError("read");
        });
    drawing.stop();
    assertThatThrownBy(drawing::run).isInstanceOf(InterruptedException.class);
  }
}
