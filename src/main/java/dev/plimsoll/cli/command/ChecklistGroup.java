package dev.plimsoll.cli.command;

import picocli.CommandLine.Command;

@Command(name = "checklist", description = "List and check the project's checklists.")
final class ChecklistGroup {}
