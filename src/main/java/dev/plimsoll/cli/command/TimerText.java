package dev.plimsoll.cli.command;

import java.time.Duration;
import java.util.List;

/// What the system's own scheduler needs to look by itself.
final class TimerText {
  private TimerText() {}

  static List<String> lines(Invocation invocation, Duration every) {
    var folder = invocation.projectFolder();
    var command = "plimsoll audit watch --once --project " + folder;
    return List.of(
        "# ~/.config/systemd/user/plimsoll-watch.service",
        "[Unit]",
        "Description=Verify audit chains of " + folder,
        "[Service]",
        "Type=oneshot",
        "# 3 is proven with warnings",
        "SuccessExitStatus=3",
        "ExecStart=/usr/bin/env " + command,
        "",
        "# ~/.config/systemd/user/plimsoll-watch.timer",
        "[Timer]",
        "OnBootSec=5min",
        "OnUnitActiveSec=" + every.toSeconds() + "s",
        "[Install]",
        "WantedBy=timers.target",
        "",
        "# then: systemctl --user enable --now plimsoll-watch.timer",
        "",
        "# or crontab -e, every day at 02:10; cron mails what is printed",
        "10 2 * * * " + command);
  }
}
