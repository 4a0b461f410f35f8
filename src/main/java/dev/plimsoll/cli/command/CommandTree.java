package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Json;
import dev.plimsoll.cli.terminal.Tone;
import dev.plimsoll.core.model.Problem;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.UnmatchedArgumentException;

/// All commands, put together by hand, and what becomes of everything that goes wrong in them.
public final class CommandTree {
  private static final String COMPLETION = "completion";

  /// How picocli names the constants of an enum.
  private static final Pattern ONE_OF =
      Pattern.compile("expected one of \\[(.*?)] \\(case-insensitive\\) but was ('.*')");

  /// Of the commands below the root, in the order of the help.
  private static final List<String> NAMES =
      List.of(
          "run",
          "release",
          "record",
          "audit",
          "backup",
          "witness",
          "history",
          "checklist",
          "key",
          "init",
          "trust",
          "demo",
          COMPLETION);

  private CommandTree() {}

  @Command(
      name = "plimsoll",
      description = {
        "Release checklists that run, a gate that decides, records that anybody with OpenSSH can"
            + " verify.",
        "Without a command the window opens."
      },
      footer = {
        "",
        "Exit codes stand in docs/exit-codes.md: 0 yes, 1 no, 2 could not tell, 64 usage."
      })
  static final class Root {
    @Mixin final CommonOptions options;

    @CommandLine.Option(
        names = {"-V", "--version"},
        versionHelp = true,
        description = "Show the version.")
    boolean version;

    Root(CommonOptions options) {
      this.options = options;
    }
  }

  /// Runs one command and returns its exit code.
  public static int run(Invocation invocation, String... args) {
    try {
      return asked(invocation, args).execute(args);
    } catch (RuntimeException | StackOverflowError fault) {
      return fault(invocation, fault);
    }
  }

  /// The whole tree.
  static CommandLine of(Invocation invocation) {
    return of(invocation, NAMES);
  }

  /// The part of it that these words ask for: making the others costs more than most commands do.
  private static CommandLine asked(Invocation invocation, String... args) {
    var alone = args.length > 0 && NAMES.contains(args[0]) && !args[0].equals(COMPLETION);
    return alone ? of(invocation, List.of(args[0])) : of(invocation);
  }

  private static CommandLine of(Invocation invocation, List<String> names) {
    var root = new CommandLine(new Root(invocation.options()));
    root.getCommandSpec().version(invocation.tool().name() + " " + invocation.tool().version());
    root.addSubcommand(new HelpCommand(invocation));
    names.forEach(name -> add(name, root, invocation));
    settle(root, invocation);
    return root;
  }

  private static void add(String name, CommandLine root, Invocation invocation) {
    switch (name) {
      case "run" -> root.addSubcommand(new RunCommand(invocation));
      case "release" ->
          group(
              root,
              new ReleaseGroup(),
              new ReleaseStandingCommand(invocation),
              new ReleaseApproveCommand(invocation),
              new ReleaseSealCommand(invocation));
      case "record" ->
          group(
              root,
              new RecordGroup(),
              new RecordVerifyCommand(invocation),
              new RecordShowCommand(invocation));
      case "audit" ->
          group(
              root,
              new AuditGroup(),
              new AuditVerifyCommand(invocation),
              new AuditRecogniseCommand(invocation),
              new AuditWatchCommand(invocation),
              new AuditExportCommand(invocation),
              new AuditAnchorsCommand(invocation),
              new AuditProofCommand(invocation),
              new AuditCheckpointCommand(invocation),
              new AuditKeyCommand(invocation),
              new AuditImportCommand(invocation),
              new AuditNewLogCommand(invocation),
              new AuditRotateKeyCommand(invocation),
              new AuditVerifiersCommand(invocation));
      case "backup" ->
          group(
              root,
              new BackupGroup(),
              new BackupCreateCommand(invocation),
              new BackupListCommand(invocation),
              new BackupVerifyCommand(invocation),
              new BackupDrillCommand(invocation),
              new BackupRestoreCommand(invocation),
              new BackupUndoCommand(invocation),
              new BackupPruneCommand(invocation),
              new BackupScheduleCommand(invocation));
      case "witness" ->
          group(
              root,
              new WitnessGroup(),
              new WitnessKeyCommand(invocation),
              new WitnessAddCommand(invocation),
              new WitnessListCommand(invocation),
              new WitnessCosignCommand(invocation),
              new WitnessAcceptCommand(invocation));
      case "history" ->
          group(
              root,
              new HistoryGroup(),
              new HistoryListCommand(invocation),
              new HistoryShowCommand(invocation),
              new HistorySearchCommand(invocation),
              new HistoryExportCommand(invocation));
      case "checklist" ->
          group(
              root,
              new ChecklistGroup(),
              new ChecklistDriftCommand(invocation),
              new ChecklistLintCommand(invocation),
              new ChecklistDiffCommand(invocation),
              new ChecklistImportCommand(invocation),
              new ChecklistListCommand(invocation),
              new ChecklistTestCommand(invocation));
      case "key" ->
          group(
              root,
              new KeyGroup(),
              new KeyNewCommand(invocation),
              new KeyListCommand(invocation),
              new KeyShowCommand(invocation));
      case "init" -> root.addSubcommand(new InitCommand(invocation));
      case "trust" -> root.addSubcommand(new TrustCommand(invocation));
      case "demo" -> root.addSubcommand(new DemoCommand(invocation));
      case COMPLETION -> root.addSubcommand(new CompletionCommand(invocation));
      default -> throw new IllegalArgumentException(name);
    }
  }

  private static void group(CommandLine root, Object group, Object... commands) {
    var line = new CommandLine(group);
    root.addSubcommand(line);
    for (var command : commands) {
      line.addSubcommand(command);
    }
  }

  private static void settle(CommandLine root, Invocation invocation) {
    var streams = invocation.surroundings().streams();
    root.setOut(writer(streams.out()));
    root.setErr(writer(streams.err()));
    root.setUsageHelpAutoWidth(false);
    root.setUsageHelpWidth(100);
    root.setAbbreviatedOptionsAllowed(false);
    root.setCaseInsensitiveEnumValuesAllowed(true);
    root.setColorScheme(
        CommandLine.Help.defaultColorScheme(streams.terminal() ? Ansi.AUTO : Ansi.OFF));
    root.setParameterExceptionHandler((wrong, args) -> misused(invocation, wrong, args));
    root.setExecutionExceptionHandler((wrong, line, parsed) ->
        switch (wrong) {
          case Problem problem -> {
            tell(invocation, problem.what() + ": " + problem.where(), problem.next());
            cause(invocation, problem);
            yield said(invocation, problem, line.getCommandSpec().exitCodeOnExecutionException());
          }
          case Misuse misuse -> {
            tell(invocation, misuse.what(), misuse.next());
            yield said(
                invocation,
                Problem.of("Not understood", misuse.what(), misuse.next()),
                ExitCode.USAGE);
          }
          default -> fault(invocation, wrong);
        });
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, stream.charset()), true);
  }

  private static int misused(
      Invocation invocation, CommandLine.ParameterException wrong, String... args) {
    // The words were not all read, so the option may not have been either.
    invocation.options().json |= Arrays.asList(args).contains("--json");
    var what = words(wrong);
    var suggestions = new StringWriter();
    var near =
        UnmatchedArgumentException.printSuggestions(wrong, new PrintWriter(suggestions, true))
            ? suggestions.toString().strip() + " "
            : "";
    var next = near + "See: " + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help";
    tell(invocation, what, next);
    return said(invocation, Problem.of("Not understood", what, next), ExitCode.USAGE);
  }

  private static String words(CommandLine.ParameterException wrong) {
    if (wrong instanceof UnmatchedArgumentException unmatched) {
      var first = unmatched.getUnmatched().getFirst();
      return first.startsWith("-")
          ? "There is no option '" + first + "' here."
          : "'" + first + "' is not understood here.";
    }
    var said =
        String.valueOf(wrong.getMessage())
            .lines()
            .findFirst()
            .orElse("")
            .replaceFirst("^Error: ", "")
            .replace("option option", "option")
            .replace("in KEY=VALUE format", "as NAME=VALUE");
    said =
        ONE_OF
            .matcher(said)
            .replaceFirst(match ->
                Matcher.quoteReplacement(
                    "expected "
                        + match.group(1).toLowerCase(Locale.ROOT).replace(", ", " or ")
                        + ", not "
                        + match.group(2)));
    return said.endsWith(".") ? said : said + ".";
  }

  private static int fault(Invocation invocation, Throwable fault) {
    var problem =
        Problem.of(
            "Plimsoll failed",
            "Something that should not happen did: " + fault + ".",
            "Run it again with --debug and report what it says; the history keeps what was done"
                + " until then.",
            fault);
    tell(invocation, problem.what() + ": " + problem.where(), problem.next());
    cause(invocation, problem);
    return said(invocation, problem, ExitCode.FAULT);
  }

  private static void tell(Invocation invocation, String what, String next) {
    invocation.err().line(Tone.BAD, what);
    invocation.err().line(next);
  }

  private static void cause(Invocation invocation, Problem problem) {
    var cause = problem.getCause();
    if (invocation.options().debug && cause != null) {
      var trace = new StringWriter();
      cause.printStackTrace(new PrintWriter(trace, true));
      invocation.err().line(Tone.FAINT, trace.toString());
    }
  }

  private static int said(Invocation invocation, Problem problem, int code) {
    if (invocation.isJson()) {
      invocation.say(new Json().with("exit", code).with("problem", Json.of(problem)));
    }
    return code;
  }
}
