package dev.plimsoll.desktop.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WindowTickerTest {
  @Test
  void beatsUntilItIsClosed() throws InterruptedException {
    var three = new CountDownLatch(3);
    try (var ticker = new WindowTicker(Runnable::run);
        var _ = ticker.every(Duration.ofMillis(1), three::countDown)) {
      assertThat(three.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void aBeatThatIsStillWaitingIsNotQueuedTwiceAndDoesNotComeAfterClosing()
      throws InterruptedException {
    var queue = new LinkedBlockingQueue<Runnable>();
    var other = new CountDownLatch(20);
    var calls = new CountDownLatch(1);
    try (var ticker = new WindowTicker(queue::add);
        var witness = new WindowTicker(Runnable::run)) {
      var beat = ticker.every(Duration.ofMillis(1), calls::countDown);
      var first = queue.poll(30, TimeUnit.SECONDS);
      witness.every(Duration.ofMillis(1), other::countDown);
      assertThat(other.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(queue).isEmpty();

      beat.close();
      assertThat(first).isNotNull();
      first.run();
      assertThat(calls.getCount()).isEqualTo(1);
    }
  }
}
