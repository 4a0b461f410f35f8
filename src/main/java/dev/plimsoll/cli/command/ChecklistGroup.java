package dev.plimsoll.cli.command;

import picocli.CommandLine.Command;

@Command(name = "checklist", description = "List, check, import, compare and test checklists.")
final class ChecklistGroup {}
