package dev.plimsoll.core.audit.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.audit.foreign.ForeignVerdict.Broken;
import dev.plimsoll.core.audit.foreign.ForeignVerdict.CouldNotTell;
import dev.plimsoll.core.audit.foreign.ForeignVerdict.Whole;
import dev.plimsoll.core.audit.foreign.Mutation.Done;
import dev.plimsoll.core.audit.scan.Plan;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ten thousand damaged chains before three verifiers: the exact path, the fast path, and a plain
/// one in Python that shares no code with them.
final class PlainPythonTest {
  private static final int FILES = 10_000;
  private static final Path SCRIPT = Chains.FOLDER.resolve("verify_plainly.py");

  private static final List<String> RECIPES =
      List.of(
          "aetherlink",
          "self-sha256",
          "py-default-zeros",
          "py-utf8-genesis",
          "prefixed",
          "prev-then-body",
          "prev-pipe-body/hash",
          "body-then-prev",
          "wrapper");

  @TempDir Path folder;

  private record Case(String recipe, Done done, Path file) {}

  @Test
  void tenThousandDamagedChainsAreJudgedAsAPlainVerifierDoesOrAsTheirKindSays() throws Exception {
    var cases = cases();
    var plain = plainly(cases);
    assertThat(plain).hasSize(FILES);
    var met = new EnumMap<Mutation, Integer>(Mutation.class);

    for (var i = 0; i < FILES; i++) {
      var one = cases.get(i);
      var exact = Chains.verdict(one.file(), Chains.recipe(one.recipe()));
      var fast = fast(one, 1 + i % 997);
      assertThat(fast).as("%s of %s, side by side", one.done().mutation(), one).isEqualTo(exact);
      assertThat(agree(one.done(), plain.get(i), exact))
          .as(() -> told(one, exact))
          .isEqualTo("as expected: " + plain.get(i));
      met.merge(one.done().mutation(), 1, Integer::sum);
    }
    assertThat(met).containsOnlyKeys(Mutation.values());
    assertThat(met.values()).allMatch(count -> count > 100);
  }

  private List<Case> cases() throws Exception {
    var random = new Random(20260301);
    var mutations = List.of(Mutation.values());
    var cases = new ArrayList<Case>();
    for (var i = 0; i < FILES; i++) {
      var recipe = Chains.recipe(RECIPES.get(i % RECIPES.size()));
      var mutation = mutations.get(i % mutations.size());
      var lines = new ChainWriter(recipe, random, ChainWriter.PORTABLE).lines(6);
      var other = new ChainWriter(recipe, random, ChainWriter.PORTABLE).lines(6);
      var done = mutation.of(lines, other, random);
      var file = Files.write(folder.resolve(i + ".jsonl"), done.bytes());
      cases.add(new Case(recipe.name(), done, file));
    }
    return cases;
  }

  private List<String> plainly(List<Case> cases) throws Exception {
    var jobs = new StringBuilder();
    cases.forEach(one -> jobs.append(one.recipe()).append('\t').append(one.file()).append('\n'));
    var input = Files.writeString(folder.resolve("jobs"), jobs);
    var process =
        new ProcessBuilder("python3", SCRIPT.toAbsolutePath().toString())
            .redirectInput(input.toFile())
            .redirectErrorStream(true)
            .start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said.lines().toList();
  }

  private static ForeignVerdict fast(Case one, int chunkBytes) throws Exception {
    var plan = new Plan(chunkBytes, ForeignPiece.LONGEST, chunkBytes % 4 == 0 ? 2 : 1);
    var walk = new PiecesWalk(one.file(), Chains.recipe(one.recipe()), Known.NOTHING, plan);
    var verdict = walk.run(made -> {});
    assertThat(verdict).isNotNull();
    return verdict;
  }

  /// What the plain verifier should have said, given ours.
  private static String agree(Done done, String plain, ForeignVerdict ours) {
    var isAsExpected =
        switch (done.mutation().expected()) {
          case ALIKE -> plain.equals(said(ours));
          case SAID -> plain.startsWith("whole") && plain.equals(said(ours)) && warns(ours);
          case STRICTER -> plain.startsWith("whole") && said(ours).equals("broken " + done.entry());
          case LOOSER -> plain.equals("broken 0") && said(ours).startsWith("whole") && warns(ours);
        };
    return (isAsExpected ? "as expected: " : "unexpected: ") + plain;
  }

  private static String said(ForeignVerdict verdict) {
    return switch (verdict) {
      case Whole whole -> "whole " + whole.entries() + " " + whole.head();
      case Broken broken -> "broken " + broken.defect().entry();
      case CouldNotTell none -> "could not tell";
    };
  }

  private static boolean warns(ForeignVerdict verdict) {
    return verdict instanceof Whole whole && whole.hasWarnings();
  }

  private static String told(Case one, ForeignVerdict ours) {
    return one.recipe()
        + ", "
        + one.done().mutation()
        + " at entry "
        + one.done().entry()
        + ": "
        + ours
        + "\n"
        + new String(one.done().bytes(), StandardCharsets.UTF_8);
  }
}
