package dev.plimsoll.core.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.RestorePoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A removal that ends halfway tells which backups are gone.
final class RemoveTest {
  @TempDir Path folder;

  private Ground threeBackups() throws Exception {
    var ground = new Ground(folder, "files: [data]");
    for (var n = 0; n < 3; n++) {
      ground.write("data/a.txt", "number " + n);
      ground.made();
      ground.later(Duration.ofHours(1));
    }
    return ground;
  }

  private static List<RestorePoint> oldestFirst(Backups backups) {
    return backups.points().reversed();
  }

  private static List<String> ids(List<RestorePoint> points) {
    return points.stream().map(RestorePoint::id).toList();
  }

  @Test
  void oneThatIsStoppedTellsWhatIsGone() throws Exception {
    var ground = threeBackups();
    var backups = ground.backups();
    var points = oldestFirst(backups);
    var removing =
        backups
            .removing(ids(points))
            .watched(point -> {
              if (point.equals("REMOVING " + points.get(1).id())) {
                Thread.currentThread().interrupt();
              }
            });

    // the interrupt comes while the second is at hand, so that one still goes
    assertThatThrownBy(removing::run).isInstanceOf(InterruptedException.class);

    assertThat(removing.soFar().ids()).containsExactlyElementsOf(ids(points.subList(0, 2)));
    assertThat(removing.soFar().bytes())
        .isEqualTo(points.get(0).content().stored() + points.get(1).content().stored())
        .isPositive();
    assertThat(ids(backups.points())).containsExactly(points.get(2).id());
  }

  @Test
  void oneThatFailsInTheMiddleTellsWhatIsGone() throws Exception {
    var ground = threeBackups();
    var backups = ground.backups();
    var points = oldestFirst(backups);
    var removing =
        backups
            .removing(ids(points))
            .watched(point -> {
              if (point.equals("REMOVING " + points.get(1).id())) {
                putInTheWay(ground.target.resolve(points.get(1).id()));
              }
            });

    assertThatThrownBy(removing::run)
        .isInstanceOf(Problem.class)
        .hasMessageContaining(points.get(1).id() + " cannot be removed")
        .hasMessageContaining("; 1 backup was removed by then.");

    assertThat(removing.soFar().ids()).containsExactly(points.getFirst().id());
    assertThat(ground.names()).doesNotContain(points.getFirst().id()).contains(points.get(2).id());
  }

  private static void putInTheWay(Path archive) {
    try {
      Files.delete(archive);
      Files.createDirectories(archive.resolve("not empty"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
