package dev.plimsoll.cli.command;

import picocli.CommandLine.Command;

@Command(
    name = "backup",
    description = "Take backups, prove that they restore, and put them back.",
    footer = {
      "",
      "The sets stand under backup in .plimsoll/project.yaml. What is done, and what came of it,"
          + " is",
      "recorded in the project's own log.",
      "",
      "  plimsoll backup create --set customer-ops      # take one, verify it, let the oldest go",
      "  plimsoll backup drill                          # prove that the newest restores",
      "  plimsoll backup restore --set customer-ops     # put the newest back, after a question",
      "  plimsoll backup schedule                       # lines for systemd, cron or Windows"
    })
final class BackupGroup {}
