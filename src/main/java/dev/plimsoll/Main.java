package dev.plimsoll;

import dev.plimsoll.cli.CommandLineMain;
import dev.plimsoll.desktop.app.DesktopApp;

/// The one entrance: no arguments open the desktop, arguments are a command.
///
/// `--read-only [HISTORY|BUNDLE]` is the desktop too, the auditor's way in, and so is `--project
/// DIR` without a command. This class is not a JavaFX application, so that a command never loads
/// JavaFX.
public final class Main {
  private Main() {}

  /// Runs the desktop or a command, and ends the process with the command's exit code.
  public static void main(String[] args) {
    if (opensDesktop(args)) {
      DesktopApp.open(args);
    } else {
      System.exit(CommandLineMain.run(args));
    }
  }

  static boolean opensDesktop(String... args) {
    return switch (args.length) {
      case 0 -> true;
      case 1 -> args[0].equals("--read-only") || args[0].startsWith("--project=");
      case 2 -> args[0].equals("--read-only") || args[0].equals("--project");
      default -> args[0].equals("--read-only");
    };
  }
}
