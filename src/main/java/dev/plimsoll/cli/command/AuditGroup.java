package dev.plimsoll.cli.command;

import picocli.CommandLine.Command;

@Command(name = "audit", description = "Verify and export audit logs.")
final class AuditGroup {}
