package dev.plimsoll.attack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// `docs/formats/attacks.md`: every attack, and what each verifier says. Run [#main] from the top
/// of the repository to write it anew.
final class AttackTable {
  static final Path PAGE = Path.of("docs/formats/attacks.md");

  private AttackTable() {}

  static String text(List<Attack> attacks) {
    var page = new StringBuilder(head(attacks));
    var group = "";
    for (var attack : attacks) {
      if (!attack.group().equals(group)) {
        group = attack.group();
        page.append("\n## ")
            .append(group)
            .append("\n\n| What is altered | Plimsoll | `verify.sh` | `plimsoll_verify.py` |\n")
            .append("|---|---|---|---|\n");
      }
      page.append("| ")
          .append(attack.name().replace("|", "\\|").replace("*", "\\*"))
          .append(" | ")
          .append(attack.core().cell())
          .append(" | ")
          .append(attack.shell().cell())
          .append(" | ")
          .append(attack.python().cell())
          .append(" |\n");
    }
    return page.append(living()).toString();
  }

  private static String head(List<Attack> attacks) {
    var blind = attacks.stream().filter(it -> it.core().exit() == 0).count();
    return """
    # Attacks, and what is said to them

    What somebody would do to a log, a bundle or a trust file, and what three verifiers that share no code say to it: Plimsoll itself, `verify.sh` and
    `plimsoll_verify.py` ([verify](../guides/verify.md)). The table is generated from the corpus in `src/test/java/dev/plimsoll/attack`, which is run against all three with
    every build; a test compares this page with it.

    %d attacks. **Failed** is exit code 1, with the code that has to be among those said; could not tell is 2, proven with warnings 3. In %d the verdict is *proven* all the same, because
    nothing contradicts it: the log was cut or made anew and nothing was kept to compare it with, everybody with every key agrees, the time is the sealer's own word, or nothing was
    harmed. What is said then stands in the cell; where a checkpoint was kept, the row beside it tells what it is good for. The codes: [chain](audit-chain.md#verification), [record](release-record.md#verification).
    """
        .formatted(attacks.size(), blind);
  }

  private static String living() {
    var rows = new StringBuilder();
    LiveAttacks.ALL.forEach(
        (name, test) -> rows.append("| ").append(name).append(" | `").append(test).append("` |\n"));
    return """

    ## While the log is being written

    These are about processes and not about files; Plimsoll alone is asked, on a real history.

    | What is done | Tried by |
    |---|---|
    """
        + rows;
  }

  static void main() throws IOException {
    Files.writeString(PAGE, text(Corpus.all()));
  }
}
