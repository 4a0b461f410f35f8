package dev.plimsoll.cli.command;

import picocli.CommandLine.Command;

@Command(name = "record", description = "Verify and read release records.")
final class RecordGroup {}
