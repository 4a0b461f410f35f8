package dev.plimsoll.desktop.kit;

import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Problem;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Next actions as the window tells them. The core, and what it wrote into logs long ago, names the
/// command that does it; somebody who sits at the window is told the place and the button instead
/// (docs/decisions/0170). What only the command line can do keeps its command.
public final class WindowWords {
  /// @param command as the core writes it
  /// @param here what is said instead; `$1` as in [java.util.regex.Matcher#replaceAll(String)]
  private record Rule(Pattern command, String here) {
    Rule(String command, String here) {
      this(Pattern.compile(command), here);
    }
  }

  private static final String SET = " --set (\\S+)";
  private static final String PROJECT = "on the page of the project";

  /// The longer ones first.
  private static final List<Rule> RULES =
      List.of(
          new Rule("plimsoll backup create" + SET, "Backups, $1, Back up now"),
          new Rule("plimsoll backup verify" + SET + "( \\S+)?", "Backups, $1, Verify"),
          new Rule("plimsoll backup verify( \\S+)?", "Backups, Verify"),
          new Rule("plimsoll backup drill" + SET, "Backups, $1, Drill"),
          new Rule("plimsoll backup restore" + SET, "Backups, $1, Restore"),
          new Rule("plimsoll backup undo" + SET + "( \\S+)?", "Backups, $1, Undo the last restore"),
          new Rule("with: plimsoll backup list" + SET, "under Backups, $1"),
          new Rule("plimsoll backup list" + SET, "Backups, $1"),
          new Rule("as plimsoll backup list shows it", "as the page Backups shows it"),
          new Rule("plimsoll audit verify \\S+ --copy-aside", "Audit chains, Copy the log aside"),
          new Rule("run `plimsoll audit verify`", "verify the log under Audit chains"),
          new Rule("Run `plimsoll audit verify`", "Verify the log under Audit chains"),
          new Rule("with: plimsoll audit verify \\S+", "under Audit chains: open that file there"),
          new Rule("plimsoll audit verify", "Audit chains, Verify"),
          new Rule("plimsoll audit import FILE", "Audit chains, Import missing entries"),
          new Rule("plimsoll audit recognise \\S+", "Audit chains, Open a file"),
          new Rule("with: plimsoll checklist lint( \\S+)?", PROJECT),
          new Rule("Create one with: plimsoll init", "Create one " + PROJECT),
          new Rule(
              "Run 'plimsoll init' there, or let the window create one",
              "Open it again, and create one " + PROJECT),
          new Rule("trust them: plimsoll trust --yes( \\S+)?", "trust them " + PROJECT),
          new Rule("plimsoll run (\\S+)", "the checklist $1 on the page of the release"),
          new Rule("'plimsoll key show( NAME)?' prints", "Settings, Trust line, shows"),
          new Rule("plimsoll record verify", "drop it on this window"),
          new Rule("([Nn])ame the version with --release", "$1ame the version " + PROJECT),
          new Rule("Give it with --set [^=\\s]+=VALUE", "Give it where the run begins"),
          new Rule("Correct --set ([^=\\s]+)=VALUE", "Correct the value of $1"),
          new Rule("start another run with --new", "give up that run and begin another"),
          new Rule("; on the command line with --confirm-burst \\S+?(?=\\.?$)", ""));

  private WindowWords() {}

  /// The sentence with every command that has a place in the window told as that place.
  public static String of(String sentence) {
    var told = sentence;
    for (var rule : RULES) {
      told = rule.command().matcher(told).replaceAll(rule.here());
    }
    // a command to be copied stands without a full stop, a sentence does not
    return told.equals(sentence)
            || told.isEmpty()
            || ".:!?)".indexOf(told.charAt(told.length() - 1)) >= 0
        ? told
        : told + ".";
  }

  /// What to do next, in the window.
  public static String next(Problem problem) {
    return of(problem.next());
  }

  /// What to do next, in the window; empty where nothing is said.
  public static Optional<String> next(Finding finding) {
    return Optional.ofNullable(finding.next()).map(WindowWords::of);
  }

  /// All of it in one line.
  public static String whole(Finding finding) {
    return new Finding(
            finding.severity(), finding.message(), finding.at(), next(finding).orElse(null))
        .toString();
  }

  /// All of it in one line.
  public static String whole(Problem problem) {
    return problem.what() + ": " + problem.where() + " " + next(problem);
  }
}
