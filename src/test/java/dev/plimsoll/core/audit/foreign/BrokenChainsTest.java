package dev.plimsoll.core.audit.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.audit.foreign.ForeignVerdict.Broken;
import dev.plimsoll.core.audit.foreign.ForeignVerdict.CouldNotTell;
import dev.plimsoll.core.audit.foreign.ForeignVerdict.Whole;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/// Broken chains, each named after its defect; entries are counted from 0.
final class BrokenChainsTest {
  private static final Path BROKEN = Chains.FOLDER.resolve("broken");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          value-changed            | CHAIN_HASH         | 2 | was changed
          number-respelled         | CHAIN_HASH         | 1 | was changed
          hash-in-upper-case       | CHAIN_HASH         | 2 | upper case
          hash-missing             | CHAIN_MEMBER       | 2 | has no member hash
          hash-is-a-number         | CHAIN_MEMBER       | 2 | something else than a text
          previous-missing         | CHAIN_MEMBER       | 2 | has no member prev_hash
          member-twice             | CHAIN_MEMBER_TWICE | 2 | the member actor twice
          member-twice-inside      | CHAIN_MEMBER_TWICE | 2 | the member 10 twice
          first-entry-missing      | CHAIN_PREV         | 0 | entries before it are missing
          entry-missing            | CHAIN_PREV         | 2 | does not name the hash of entry 1
          entry-twice              | CHAIN_PREV         | 3 | stands twice
          entries-swapped          | CHAIN_PREV         | 2 | out of order
          entry-inserted           | CHAIN_PREV         | 2 | does not name the hash of entry 1
          entry-rehashed           | CHAIN_PREV         | 3 | does not name the hash of entry 2
          tail-cut                 | CHAIN_TORN_TAIL    | 4 | may still be being written
          zeros-at-the-end         | CHAIN_TORN_TAIL    | 5 | is the last and cut off
          byte-order-mark-inside   | CHAIN_NOT_JSON     | 2 | it begins with \\u{feff}
          garbage-behind           | CHAIN_NOT_JSON     | 2 | x follows the end
          pretty-printed           | CHAIN_NOT_JSON     | 2 | the end of the line
          not-an-object            | CHAIN_NOT_JSON     | 2 | not with an object
          control-character        | CHAIN_NOT_JSON     | 2 | the control character \\u{1}
          not-utf8                 | CHAIN_NOT_JSON     | 2 | the byte e9
          overlong-utf8            | CHAIN_NOT_JSON     | 2 | the byte c0
          normalised               | CHAIN_HASH         | 0 | was changed
          """)
  void aDefectIsNamedWithItsEntry(String name, String code, long entry, String words)
      throws Exception {
    var file = BROKEN.resolve(name + ".jsonl");
    var verdict = Chains.verdict(file, Chains.recipe("aetherlink"));

    assertThat(verdict).as("%s", verdict).isInstanceOf(Broken.class);
    var defect = ((Broken) verdict).defect();
    assertThat(defect.code().name()).isEqualTo(code);
    assertThat(defect.entry()).isEqualTo(entry);
    assertThat(defect.line()).isEqualTo(entry + 1);
    assertThat(defect.offset()).isBetween(start(file, entry), Files.size(file));
    assertThat(defect.sentence())
        .startsWith("Entry " + entry + " (line " + (entry + 1) + ", byte " + defect.offset() + ")")
        .contains(words.strip().replace("\\\\", "\\"))
        .endsWith(".");
    assertThat(defect.expected()).isNotBlank();
    assertThat(defect.found()).isNotBlank().doesNotContain("\u0001", "\ufeff");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          last-line-end-missing    | CHAIN_LINE_END   | 4 | has no line end
          windows-line-ends        | CHAIN_LINE_END   | 0 | ends in CR LF
          blank-line               | CHAIN_BLANK_LINE | 2 | Line 3
          blank-lines-at-the-end   | CHAIN_BLANK_LINE | 5 | Line 6
          byte-order-mark          | CHAIN_BOM        | 0 | byte order mark
          white-space-added        | CHAIN_SPELLING   | 2 | as no writer known here does
          slash-escaped            | CHAIN_SPELLING   | 1 | as no writer known here does
          escape-in-upper-case     | CHAIN_SPELLING   | 2 | as no writer known here does
          written-in-utf8          | CHAIN_SPELLING   | 2 | otherwise than the lines before it
          members-in-another-order | CHAIN_SPELLING   | 2 | in another order
          not-a-number             | CHAIN_SPELLING   | 4 | holds NaN
          half-a-surrogate-pair    | CHAIN_SPELLING   | 4 | half of a surrogate pair
          """)
  void whatTheHashDoesNotTellIsSaidAsAWarning(String name, String code, long entry, String words) {
    var verdict = Chains.verdict(BROKEN.resolve(name + ".jsonl"), Chains.recipe("aetherlink"));

    assertThat(verdict).as("%s", verdict).isInstanceOf(Whole.class);
    var warning =
        ((Whole) verdict).remarks().stream().filter(Remark::isWarning).findFirst().orElseThrow();
    assertThat(warning.code().name()).isEqualTo(code);
    assertThat(warning.entry()).isEqualTo(entry);
    assertThat(warning.sentence()).contains(words.strip());
  }

  @Test
  void everyBrokenFileIsHeldAgainstTheAnchorOfTheWholeOne() throws Exception {
    var heads = JsonMapper.shared().readTree(Files.readString(Chains.FOLDER.resolve("heads.json")));
    var anchor = new Anchor(5, heads.at("/aetherlink/head").asString(), "the record of 1.0.0");

    assertThat(said("end-missing", anchor))
        .isEqualTo(
            "PIN_ROLLBACK The log was rolled back: 2 entries are missing. The record of 1.0.0 names"
                + " 5 entries, and the file ends after entry 2 (line 3, byte 578).");
    assertThat(said("written-anew", anchor))
        .startsWith("PIN_FORK Entry 4 (line 5,")
        .contains("is not the one that the record of 1.0.0 names");
    assertThat(said("empty", anchor))
        .startsWith("PIN_ROLLBACK The log was rolled back: 5 entries are missing.");
    assertThat(said("blank-lines-alone", anchor)).startsWith("PIN_ROLLBACK");
    assertThat(said("there-is-none", anchor)).startsWith("PIN_ROLLBACK");
  }

  @Test
  void withoutAnAnchorAnEmptyFileProvesNothing() {
    assertThat(told("empty")).startsWith("The file is empty");
    assertThat(told("blank-lines-alone")).startsWith("The file holds blank lines and no entry");
    assertThat(told("there-is-none")).startsWith("There is no file ");
    assertThat(((CouldNotTell) Chains.verdict(BROKEN, Chains.recipe("aetherlink"))).sentence())
        .contains("is a folder");
  }

  @Test
  void withoutAnAnchorARollbackAndARewriteDoNotShow() {
    for (var name : new String[] {"end-missing", "written-anew"}) {
      var verdict = Chains.verdict(BROKEN.resolve(name + ".jsonl"), Chains.recipe("aetherlink"));
      assertThat(((Whole) verdict).remarks())
          .singleElement()
          .satisfies(remark -> assertThat(remark.sentence()).startsWith("Nothing was at hand"));
    }
  }

  private static String said(String name, Anchor anchor) {
    var verdict =
        Chains.verdict(BROKEN.resolve(name + ".jsonl"), Chains.recipe("aetherlink"), anchor);
    assertThat(verdict).isInstanceOf(Broken.class);
    var defect = ((Broken) verdict).defect();
    return defect.code() + " " + defect.sentence();
  }

  private static String told(String name) {
    return ((CouldNotTell)
            Chains.verdict(BROKEN.resolve(name + ".jsonl"), Chains.recipe("aetherlink")))
        .sentence();
  }

  private static long start(Path file, long entry) throws Exception {
    var bytes = Files.readAllBytes(file);
    var at = 0;
    for (var n = 0L; n < entry && at < bytes.length; at++) {
      n += bytes[at] == '\n' ? 1 : 0;
    }
    return at;
  }
}
