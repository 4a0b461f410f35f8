package dev.plimsoll.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SharedLookTest {
  @Test
  void whoeverAsksIsGivenALookThatBeganAfterwards() throws Exception {
    var world = new AtomicInteger();
    var begun = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    var looks = new AtomicInteger();
    var look =
        new SharedLook<>(() -> {
          var seen = world.get();
          if (looks.incrementAndGet() == 1) {
            begun.countDown();
            try {
              goOn.await();
            } catch (InterruptedException stopped) {
              throw new IllegalStateException(stopped);
            }
          }
          return seen;
        });
    try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = people.submit((Callable<Integer>) look::get);
      begun.await();
      world.set(1);
      var others = new ArrayList<Future<Integer>>();
      for (var i = 0; i < 50; i++) {
        others.add(people.submit((Callable<Integer>) look::get));
      }
      goOn.countDown();
      assertThat(first.get()).isZero();
      for (var other : others) {
        assertThat(other.get()).isEqualTo(1);
      }
    }
  }

  @Test
  void aLookThatFailsFailsForThoseWhoAskedAndNotForTheNext() {
    var looks = new AtomicInteger();
    var look =
        new SharedLook<>(() -> {
          if (looks.incrementAndGet() == 1) {
            throw new IllegalArgumentException("gone");
          }
          return "here";
        });
    assertThatThrownBy(look::get).isInstanceOf(IllegalArgumentException.class);
    assertThat(look.get()).isEqualTo("here");
  }
}
