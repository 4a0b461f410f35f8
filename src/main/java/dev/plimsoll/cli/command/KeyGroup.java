package dev.plimsoll.cli.command;

import picocli.CommandLine.Command;

@Command(name = "key", description = "Make and show the keys that people sign with.")
final class KeyGroup {}
