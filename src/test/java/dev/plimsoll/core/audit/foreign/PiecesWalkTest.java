package dev.plimsoll.core.audit.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.audit.foreign.ForeignVerdict.Broken;
import dev.plimsoll.core.audit.foreign.ForeignVerdict.CouldNotTell;
import dev.plimsoll.core.audit.foreign.ForeignVerdict.Whole;
import dev.plimsoll.core.audit.scan.JsonScan;
import dev.plimsoll.core.audit.scan.Plan;
import dev.plimsoll.core.checklist.Recipes;
import dev.plimsoll.core.model.Recipe;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The walk on all processors says of a foreign chain what the walk line by line says.
final class PiecesWalkTest {
  private static final int MUTATIONS = 150;
  private static final Recipe AETHERLINK = Chains.recipe("aetherlink");

  @TempDir Path folder;

  static Stream<Recipe> recipes() {
    var all = Recipes.builtIn().all().stream();
    return all.filter(recipe -> recipe.standsAlone() && !recipe.isOwnLog());
  }

  @ParameterizedTest
  @MethodSource("recipes")
  void aWholeChainIsWholeInPiecesOfAnySize(Recipe recipe) throws Exception {
    var lines = new ChainWriter(recipe, new Random(1)).lines(300);
    for (var chunkBytes : List.of(1, 97, 1000, 1 << 20)) {
      assertThat(agree(recipe, text(lines), chunkBytes)).isInstanceOf(Whole.class);
    }
  }

  @ParameterizedTest
  @MethodSource("recipes")
  void damagedChainsAreJudgedAlike(Recipe recipe) throws Exception {
    var random = new Random(20260301);
    var broken = 0;
    for (var i = 0; i < MUTATIONS; i++) {
      var lines = new ChainWriter(recipe, random).lines(12);
      var anchors = i % 3 == 0 ? anchors(recipe, lines, random) : new Anchor[0];
      var verdict = agree(recipe, mutated(lines, random), 1 + random.nextInt(1500), anchors);
      broken += verdict instanceof Broken ? 1 : 0;
    }
    assertThat(broken).isGreaterThan(MUTATIONS / 3);
  }

  @ParameterizedTest
  @MethodSource("recipes")
  void aLineThatIsSpelledAsItsHashIsMadeIsProvenByItsBytes(Recipe recipe) {
    if (!LineProof.suits(recipe)) {
      assertThat(recipe.name()).isEqualTo("hmac");
      return;
    }
    var proof = new LineProof(recipe);
    var lines = new ChainWriter(recipe, new Random(5)).lines(200);
    var proven = 0;
    for (var line : lines) {
      var bytes = Arrays.copyOf((line + "\n").getBytes(StandardCharsets.UTF_8), 4096);
      proof.on(bytes);
      proven += proof.prove(0) == JsonScan.NOT ? 0 : 1;
    }
    assertThat(proven).isGreaterThan(150);
  }

  @Test
  void whatNobodyNeedsIsSaidAlike() throws Exception {
    var lines = new ChainWriter(AETHERLINK, new Random(3)).lines(40);
    for (var chunkBytes : List.of(50, 300, 5000)) {
      agree(AETHERLINK, "\ufeff" + text(lines), chunkBytes);
      agree(AETHERLINK, text(lines).replace("\n", "\r\n"), chunkBytes);
      agree(AETHERLINK, text(lines).replace("\n", "\n\n"), chunkBytes);
      agree(AETHERLINK, text(lines).replace(",\"", ", \""), chunkBytes);
      agree(AETHERLINK, text(lines).stripTrailing(), chunkBytes);
      agree(AETHERLINK, text(lines) + "{\"half\":", chunkBytes);
      agree(AETHERLINK, "", chunkBytes);
      agree(AETHERLINK, "\n \n", chunkBytes);
    }
  }

  @Test
  void anEntryInAnotherSpellingAmongManyIsRemarkedAlike() throws Exception {
    var lines = new ArrayList<>(new ChainWriter(AETHERLINK, new Random(3)).lines(40));
    lines.replaceAll(
        line -> line.contains("\\u") ? line : line.replace(":", ": ").replace(",", ", "));

    assertThat(((Whole) agree(AETHERLINK, text(lines), 300)).hasWarnings()).isTrue();
  }

  @Test
  void aLineThatIsTooLongForPiecesIsLeftToTheOtherWalk() throws Exception {
    var file = folder.resolve("long.jsonl");
    Files.writeString(file, "{\"text\":\"" + "x".repeat(ForeignPiece.LONGEST) + "\"}\n");

    assertThat(new PiecesWalk(file, AETHERLINK, Known.NOTHING).run(made -> {})).isNull();
    assertThat(Chains.verdict(file, AETHERLINK)).isInstanceOf(Broken.class);
  }

  @Test
  void aLargeFileIsReadInPiecesAndItsProgressIsTold() throws Exception {
    var file = large();
    var verification = new ForeignVerification(file, AETHERLINK, Known.NOTHING);

    var verdict = verification.run();

    assertThat(verdict).isEqualTo(oneByOne(file, Known.NOTHING, AETHERLINK));
    var size = Files.size(file);
    assertThat(verification.progress()).isEqualTo(new Progress(8000, size, size));
  }

  @Test
  void anInterruptEndsItAtOnceAndNoThreadIsLeftBehind() throws Exception {
    var file = large();
    Thread.currentThread().interrupt();

    var verdict = new ForeignVerification(file, AETHERLINK, Known.NOTHING).run();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(verdict).isEqualTo(new CouldNotTell("It was stopped after 0 entries."));
    for (var thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("chunk-")) {
        assertThat(thread.join(Duration.ofSeconds(20))).as("%s was left behind", thread).isTrue();
      }
    }
  }

  private Path large() throws Exception {
    var file = folder.resolve("large.jsonl");
    Files.writeString(file, text(new ChainWriter(AETHERLINK, new Random(9)).lines(8000)));
    assertThat(PiecesWalk.suits(file, AETHERLINK)).isTrue();
    return file;
  }

  private ForeignVerdict agree(Recipe recipe, String text, int chunkBytes, Anchor... anchors)
      throws Exception {
    var file = folder.resolve("chain.jsonl");
    Files.writeString(file, text);
    var known = Known.of(anchors).with(Chains.KEYS);
    var expected = oneByOne(file, known, recipe);
    var plan = new Plan(chunkBytes, ForeignPiece.LONGEST, 2);

    var verdict = new PiecesWalk(file, recipe, known, plan).run(made -> {});

    assertThat(verdict)
        .as("%s in pieces of %d:%n%s", recipe.name(), chunkBytes, text)
        .isEqualTo(expected);
    return expected;
  }

  private static ForeignVerdict oneByOne(Path file, Known known, Recipe recipe) throws Exception {
    var examiner = new LineExaminer(recipe, known.keys());
    var stitch = new ChainStitch(recipe, examiner, known);
    try (var lines = new LineSource(file)) {
      for (var line = lines.next(); line != null; line = lines.next()) {
        if (line.isBlank()) {
          stitch.blank(line);
          continue;
        }
        var verdict = stitch.accept(line, examiner.examine(line.bytes(), stitch.head()));
        if (verdict != null) {
          return verdict;
        }
      }
      return stitch.end(lines.offset());
    }
  }

  private static String text(List<String> lines) {
    return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
  }

  private static Anchor[] anchors(Recipe recipe, List<String> lines, Random random) {
    var examiner = new LineExaminer(recipe, Chains.KEYS);
    var at = random.nextInt(lines.size());
    var head = examiner.examine(lines.get(at).getBytes(StandardCharsets.UTF_8)).hash();
    return new Anchor[] {new Anchor(at + 1L + random.nextInt(2), head, "the record of 1.0.0")};
  }

  private static String mutated(List<String> chain, Random random) {
    var lines = new ArrayList<>(chain);
    var at = random.nextInt(lines.size());
    var line = lines.get(at);
    var place = random.nextInt(line.length());
    switch (random.nextInt(13)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(at, lines.get(random.nextInt(lines.size())));
      case 2 -> lines.add(at, random.nextBoolean() ? "" : " \t");
      case 3 -> lines.set(at, line + "\r");
      case 4 -> lines.set(at, line.replaceFirst(":", " : "));
      case 5 -> lines.set(at, line.replaceFirst("\"action\"", "\"action\":1,\"action\""));
      case 6 -> lines.set(at, line.replace("step", "st\\u0065p"));
      case 7 -> lines.set(at, line.replaceFirst("\"seq\":", "\"seq\": 1"));
      case 8 -> lines.set(at, line.replace("\"action\":\"step\"", "\"action\":NaN"));
      case 9 -> lines.set(at, line.replaceAll("\"[0-9a-f]{64}\"", "null"));
      case 10 -> {
        var all = text(lines);
        return all.substring(0, random.nextInt(all.length()));
      }
      default ->
          lines.set(
              at,
              line.substring(0, place)
                  + (char) (line.charAt(place) ^ 1 << random.nextInt(7))
                  + line.substring(place + 1));
    }
    return text(lines);
  }
}
