package dev.plimsoll.cli.command;

import picocli.CommandLine.Command;

@Command(name = "history", description = "Look up what was done here before.")
final class HistoryGroup {}
