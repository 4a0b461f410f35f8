package dev.plimsoll.core.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Position;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class YamlReaderTest {
  static Stream<Arguments> brokenFiles() {
    return Stream.of(
        broken(
            "duplicate key",
            "a: 1\nb: 2\na: 3\n",
            "f:3:1: The key 'a' stands here twice; first at line 1, column 1. Remove one of them."),
        broken(
            "duplicate key in a flow mapping",
            "x: {a: 1, \"a\": 2}\n",
            "f:1:11: The key 'a' stands here twice; first at line 1, column 5. Remove one of"
                + " them."),
        broken(
            "anchor to nowhere",
            "a: &base 1\nb: *bse\n",
            "f:2:4: The alias *bse refers to no anchor. Did you mean 'base'?"),
        broken(
            "star without quotes",
            "a: *.txt\n",
            "f:1:5: A text that starts with * is read as an alias. Put it in quotes."),
        broken(
            "alias inside itself",
            "a: &a [1, *a]\n",
            "f:1:11: The alias *a stands inside what it refers to. Write the value out."),
        broken(
            "alias bomb",
            bomb(),
            "f:5:10: The aliases of this file stand for more than 10000 values. Write the values"
                + " out."),
        broken(
            "too deep",
            "a: " + "[".repeat(50) + "]".repeat(50),
            "f:1:43: The file is nested deeper than 40 levels here. Make it flatter."),
        broken(
            "too deep by aliases",
            "a: &a "
                + "[".repeat(30)
                + "]".repeat(30)
                + "\nb: "
                + "[".repeat(20)
                + "*a"
                + "]".repeat(20),
            "f:2:24: The file is nested deeper than 40 levels here. Make it flatter."),
        broken(
            "second document",
            "a: 1\n---\nb: 2\n",
            "f:2:1: A second document starts here. Keep one document per file; remove the '---'."),
        broken(
            "tag that constructs",
            "a: !!python/object:os.system x\n",
            "f:1:4: Tags such as tag:yaml.org,2002:python/object:os.system are not allowed. Remove"
                + " the tag, or put the text in quotes."),
        broken(
            "local tag",
            "a: !secret x\n",
            "f:1:4: Tags such as !secret are not allowed. Remove the tag, or put the text in"
                + " quotes."),
        broken(
            "list as a key",
            "? [a, b]\n: 1\n",
            "f:1:3: A key must be a text, not a list or a mapping. Write it as key: value."),
        broken(
            "tab as indentation",
            "a:\n\tb: 1\n",
            "f:2:1: A tab stands where YAML wants blanks. Indent with blanks."),
        broken(
            "unclosed quote",
            "a: \"b\nc: 1\n",
            "f:3:1: This is not well-formed YAML: while scanning a quoted scalar, found unexpected"
                + " end of stream. Look at this line and the one before it: quotes, brackets,"
                + " indentation."),
        broken(
            "unclosed bracket",
            "a: [1, 2\nb: 3\n",
            "f:2:2: This is not well-formed YAML: while parsing a flow sequence, expected ',' or"
                + " ']', but got :. Look at this line and the one before it: quotes, brackets,"
                + " indentation."),
        broken(
            "colon in a plain text",
            "a: b: c\n",
            "f:1:5: This is not well-formed YAML: mapping values are not allowed here. Look at this"
                + " line and the one before it: quotes, brackets, indentation."),
        broken(
            "control character",
            "a: 1\nb: x\u0007y\n",
            "f:2:5: The character U+0007 is not allowed in YAML. Remove it."),
        broken("empty", "", "f: The file is empty. Write it, or remove it."),
        broken("comments only", "# nothing\n", "f: The file is empty. Write it, or remove it."));
  }

  private static Arguments broken(String name, String text, String finding) {
    return Arguments.of(name, text, finding);
  }

  /// Seven levels of nine aliases each: five million values.
  private static String bomb() {
    var text = new StringBuilder("a0: &a0 [1, 2, 3, 4, 5, 6, 7, 8, 9]\n");
    for (var i = 1; i < 8; i++) {
      var alias = "*a" + (i - 1);
      text.append(
          "a%d: &a%d [%s]\n"
              .formatted(
                  i,
                  i,
                  String.join(
                      ", ",
                      List.of(alias, alias, alias, alias, alias, alias, alias, alias, alias))));
    }
    return text.toString();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("brokenFiles")
  void aBrokenFileIsToldWithItsPlace(String name, String text, String finding) {
    var findings = new Findings();
    YamlReader.read("f", text.getBytes(StandardCharsets.UTF_8), findings);
    assertThat(findings.list()).as(name).extracting(Finding::toString).containsExactly(finding);
  }

  @Test
  void bytesThatAreNoUtf8AreToldWithTheirPlace() {
    var findings = new Findings();
    assertThat(
            YamlReader.read(
                "f", new byte[] {'a', ':', ' ', '1', '\r', '\n', 'b', (byte) 0xE4, '\n'}, findings))
        .isNull();
    assertThat(findings.list())
        .extracting(Finding::toString)
        .containsExactly("f:2:2: The byte 0xE4 is not UTF-8. Save the file as UTF-8.");
  }

  @Test
  void aFileInUtf16IsNotUtf8() {
    var findings = new Findings();
    assertThat(YamlReader.read("f", "\uFEFFa: 1".getBytes(StandardCharsets.UTF_16LE), findings))
        .isNull();
    assertThat(findings.list())
        .extracting(Finding::toString)
        .containsExactly("f:1:1: The byte 0xFF is not UTF-8. Save the file as UTF-8.");
  }

  @Test
  void aFileOfTenMegabytesIsRefusedBeforeItIsParsed() {
    var findings = new Findings();
    assertThat(YamlReader.read("f", new byte[10 << 20], findings)).isNull();
    assertThat(findings.list())
        .extracting(Finding::toString)
        .containsExactly(
            "f: The file has 10485760 bytes; at most 1048576 (1 MiB) are read. Make it smaller, or"
                + " split it.");
  }

  @ParameterizedTest
  @CsvSource({
    "1, WHOLE_NUMBER",
    "-17, WHOLE_NUMBER",
    "0x1F, WHOLE_NUMBER",
    "1.5, DECIMAL",
    "1e3, DECIMAL",
    ".inf, DECIMAL",
    "true, BOOLEAN",
    "False, BOOLEAN",
    "yes, TEXT",
    "on, TEXT",
    "~, NULL",
    "null, NULL",
    "1.2.3, TEXT",
    "'\"1\"', TEXT",
    "2026-11-03, TEXT",
    "12:30, TEXT",
    "0777, WHOLE_NUMBER",
    "1_000, TEXT"
  })
  void scalarsAreTypedByTheCoreSchema(String text, Node.Scalar.Type type) {
    var node = YamlReader.read("f", text.getBytes(StandardCharsets.UTF_8), new Findings());
    assertThat(node)
        .isInstanceOfSatisfying(
            Node.Scalar.class, scalar -> assertThat(scalar.type()).isEqualTo(type));
  }

  @Test
  void positionsCountFromOneInCodePoints() {
    var text = "\uFEFF\uD83D\uDE80: {b: [1, two]}\r\nc:\r\n  - d\r\n";
    var node =
        (Node.Fields) YamlReader.read("f", text.getBytes(StandardCharsets.UTF_8), new Findings());
    assertThat(node.field("\uD83D\uDE80").orElseThrow().at()).isEqualTo(new Position("f", 1, 1));
    assertThat(node.field("\uD83D\uDE80").orElseThrow().value().at())
        .isEqualTo(new Position("f", 1, 4));
    var list = (Node.Items) node.field("c").orElseThrow().value();
    assertThat(list.items().getFirst().at()).isEqualTo(new Position("f", 3, 5));
  }

  @Test
  void aFewAliasesAreFine() {
    var findings = new Findings();
    var node =
        (Node.Fields)
            YamlReader.read(
                "f", "a: &x {k: v}\nb: *x\n".getBytes(StandardCharsets.UTF_8), findings);
    assertThat(findings.list()).isEmpty();
    assertThat(node.field("b").orElseThrow().value())
        .isEqualTo(node.field("a").orElseThrow().value());
  }
}
