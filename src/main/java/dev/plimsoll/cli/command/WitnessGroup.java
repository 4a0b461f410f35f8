package dev.plimsoll.cli.command;

import picocli.CommandLine.Command;

@Command(
    name = "witness",
    description = "Cosign others' audit logs, and take their cosignatures back.")
final class WitnessGroup {}
