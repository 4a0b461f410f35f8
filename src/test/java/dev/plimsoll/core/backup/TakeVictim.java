package dev.plimsoll.core.backup;

import com.github.luben.zstd.Zstd;
import dev.plimsoll.core.model.Problem;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// A process that takes or removes backups, says when it comes to a point, and waits there to be
/// killed.
public final class TakeVictim {
  static final String SET =
      "files: [data], format: %s, outputs: [{name: dump.sql, run: [sqlite3, data/app.db, .dump]}]";

  private TakeVictim() {}

  /// @param args the folder, the format, `take` or `remove`, and the point (one that is none runs
  ///   to the end); and, where there is one, how many bytes a file may have
  public static void main(String[] args) throws Exception {
    var ground = new Ground(Path.of(args[0]), SET.formatted(args[1])).later(Duration.ofHours(1));
    var backups = ground.backups();
    Consumer<String> waiting =
        point -> {
          if (point.equals(args[3])) {
            System.out.println("AT " + point);
            while (true) {
              LockSupport.park();
            }
          }
        };
    if (args.length > 4) {
      limit(args[4]);
    }
    try {
      if (args[2].equals("take")) {
        backups.taking(TakeOptions.USUAL).watched(waiting).run();
      } else {
        var ids = backups.points().stream().skip(1).map(point -> point.id()).toList();
        backups.removing(ids).watched(waiting).run();
      }
      System.out.println("ENDED");
    } catch (Problem said) {
      System.out.println("PROBLEM " + said.getMessage());
    }
  }

  /// No file of this process may grow beyond so many bytes from now on; the libraries that it
  /// unpacks for itself are there by then.
  private static void limit(String bytes) throws Exception {
    Zstd.compress(new byte[1]);
    DriverManager.getConnection("jdbc:sqlite::memory:").close();
    var pid = Long.toString(ProcessHandle.current().pid());
    var limited = Ground.run(null, "prlimit", "--pid", pid, "--fsize=" + bytes + ":" + bytes);
    if (!limited.startsWith("0 ")) {
      throw new IllegalStateException(limited);
    }
  }
}
