package dev.plimsoll.cli.command;

import picocli.CommandLine.Command;

@Command(name = "release", description = "See, approve and seal a release.")
final class ReleaseGroup {}
