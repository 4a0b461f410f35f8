package dev.plimsoll.core.git;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/// Where git's configuration of the whole machine lies. JGit asks the git that is installed, which
/// takes two processes; one that is installed below `/usr` need not be asked.
final class MachineConfig {
  private static final Path USUAL = Path.of("/usr/bin/git");

  /// What git reads where it was built for `/usr` (git's Makefile, `ETC_GITCONFIG`).
  private static final File OF_USUAL = new File("/etc/gitconfig");

  private MachineConfig() {}

  /// Takes effect for every repository that this process opens afterwards. Looks where JGit would.
  static void know() {
    var path = SystemReader.getInstance().getenv("PATH");
    if (path != null
        && SystemGit.find(Map.of("PATH", path)).filter(git -> git.isAt(USUAL)).isPresent()) {
      FS.DETECTED.setGitSystemConfig(OF_USUAL);
    }
  }
}
