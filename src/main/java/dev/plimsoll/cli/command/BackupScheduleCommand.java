package dev.plimsoll.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// What the system's own scheduler needs to take backups by itself.
@Command(
    name = "schedule",
    description = {
      "Print a systemd timer with its service, a line for cron, and a command for the Task",
      "Scheduler of Windows, each for 'backup create' every day. Nothing is installed."
    },
    exitCodeOnExecutionException = ExitCode.NO,
    footer = {
      "",
      "  plimsoll backup schedule --at 02:00 --set customer-ops",
      "",
      "Exit codes: 0 printed."
    })
final class BackupScheduleCommand implements Callable<Integer> {
  private static final Pattern TIME = Pattern.compile("([01]?\\d|2[0-3]):([0-5]\\d)");

  private final Invocation invocation;

  @Option(
      names = "--set",
      paramLabel = "NAME",
      description = "The backup set; by default every one of the project.")
  @Nullable String set;

  @Option(
      names = "--at",
      paramLabel = "HH:MM",
      description = "Time of day, of the machine's clock; 02:00.")
  String at = "02:00";

  BackupScheduleCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    var time = TIME.matcher(at);
    if (!time.matches()) {
      throw new Misuse("'" + at + "' is no time of day.", "Write it as in 02:00.");
    }
    var hour = Integer.parseInt(time.group(1));
    var minute = Integer.parseInt(time.group(2));
    try (var plimsoll = invocation.open();
        var project = invocation.project(plimsoll)) {
      if (set != null) {
        BackupRound.known(project.backups(), set);
      }
      lines(project.root(), hour, minute).forEach(invocation.out()::line);
    }
    return ExitCode.OK;
  }

  private List<String> lines(Path root, int hour, int minute) {
    var words = "plimsoll backup create --project " + quoted(root.toString());
    var command = set == null ? words : words + " --set " + quoted(set);
    var name = "plimsoll-backup" + (set == null ? "" : "-" + set.replaceAll("[^A-Za-z0-9_-]", "-"));
    var clock = String.format(Locale.ROOT, "%02d:%02d", hour, minute);
    var lines = new ArrayList<String>();
    lines.addAll(
        List.of(
            "# ~/.config/systemd/user/" + name + ".service",
            "[Unit]",
            "Description=Backup of " + root,
            "[Service]",
            "Type=oneshot",
            // systemd reads a percent sign and a dollar sign as its own
            "ExecStart=/usr/bin/env " + command.replace("%", "%%").replace("$", "$$"),
            "",
            "# ~/.config/systemd/user/" + name + ".timer",
            "[Timer]",
            "OnCalendar=*-*-* " + clock + ":00",
            "# one that was missed while the machine was off is made up for",
            "Persistent=true",
            "[Install]",
            "WantedBy=timers.target",
            "",
            "# then: systemctl --user enable --now " + name + ".timer",
            "",
            "# or crontab -e; cron mails what is printed",
            minute + " " + hour + " * * * " + command.replace("%", "\\%"),
            "",
            "# or on Windows, in a command prompt",
            "schtasks /Create /SC DAILY /ST "
                + clock
                + " /TN "
                + name
                + " /TR \""
                + command.replace("\"", "\\\"")
                + "\""));
    return lines;
  }

  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9_./:@+-]+")
        ? word
        : "\"" + word.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
