package dev.plimsoll.architecture.broken.core.check;

import dev.plimsoll.architecture.broken.core.run.Walk;
import java.sql.SQLException;
import picocli.CommandLine;

/// Broken on purpose: a verb knows runs, SQL and options.
public record Verb(Walk walk, SQLException failure, CommandLine options) {}
