package dev.plimsoll.core.check.links;

import static dev.plimsoll.core.check.Nodes.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.check.Stage;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinksVerbTest {
  @TempDir Path temp;
  private final LinksVerb verb = new LinksVerb();
  private Path root;
  private Stage stage;

  @BeforeEach
  void prepare() throws IOException {
    root = Files.createDirectory(temp.resolve("repository")).toRealPath();
    stage = new Stage(root);
    write("docs/guide.md", "# Guide\n\n## Set up\n\n## Set up\n\n<a name=\"old\"></a>\n");
    write("docs/images/a b.png", "");
  }

  @Test
  void passesWhereEveryLinkLeadsSomewhere() throws Exception {
    write(
        "README.md",
        """
        # Read me
        [guide](docs/guide.md), [again](docs/guide.md#set-up-1), [by hand](docs/guide.md#old),
        [here](#read-me), [folder](docs/), [top](/docs/guide.md), [by name][g] and [g],
        ![picture](docs/images/a%20b.png) <img src="docs/images/a b.png">
        [web](https://example.org), <mailto:ada@example.org>
        `[code](gone.md)`

            [code](gone.md)

        ```
        [code](gone.md)
        ```
        <!-- [comment](gone.md) <a href="gone.md">x</a> -->

        [g]: docs/guide.md "The guide"
        """);
    assertThat(judge("README.md"))
        .isEqualTo(
            new Outcome.Passed(
                "10 links of 1 document lead somewhere; 2 to other places not visited"));
  }

  @Test
  void namesEveryBrokenLinkWithItsPlaceAndWhatWasMeant() throws Exception {
    write(
        "README.md",
        """
        [a](docs/giude.md)
        [b](docs/Guide.md) and
        [c](docs/guide.md#setup)
        [d](docs/guide.md#Guide) ![e](images/a%20b.png)
        [f](../../outside.md) [g]()
        [h][nowhere]
        <a
          href="gone.html">i</a>
        """);
    assertThat(judge("README.md").findings())
        .extracting(Finding::toString)
        .containsExactly(
            "README.md:6: The reference [nowhere] is defined nowhere in this document. Add"
                + " [nowhere]: PATH at its end.",
            "README.md:1: The link leads to docs/giude.md, which is not there. Did you mean"
                + " 'docs/guide.md'?",
            "README.md:2: The link leads to docs/Guide.md, which is spelled docs/guide.md: it works"
                + " on Windows and macOS only. Write it as the file is spelled.",
            "README.md:3: There is no #setup in docs/guide.md. Did you mean '#set-up'?",
            "README.md:4: There is no #Guide in docs/guide.md. Write it in small letters: #guide",
            "README.md:4: The link leads to images/a b.png, which is not there. Did you mean"
                + " 'docs/images/a b.png'?",
            "README.md:5: The link '../../outside.md' leads out of the repository. Correct the"
                + " link, or add the file.",
            "README.md:5: The link '' is empty. Correct the link, or add the file.",
            "README.md:8: The link leads to gone.html, which is not there. Correct the link, or add"
                + " the file.");
  }

  @Test
  void followsRestructuredText() throws Exception {
    write("docs/other.rst", "Other page\n==========\n\n.. _the label:\n\nText.\n");
    write(
        "docs/index.rst",
        """
        Index
        =====

        See :doc:`other` and :doc:`the guide <guide>`, :ref:`the label`, `file <guide.md#set-up>`_,
        `web <https://example.org>`_, ``:doc:`code```.

        .. image:: images/a b.png

        .. code-block:: rst

           :doc:`gone-in-code`

        Literal::

           `gone <gone.md>`_

        .. _elsewhere: guide.md
        """);
    assertThat(judge("docs/*.rst").observed())
        .isEqualTo("6 links of 2 documents lead somewhere; 1 to other places not visited");
    write(
        "docs/index.rst", "Index\n=====\n\n:doc:`oter` :ref:`the lable`\n\n.. figure:: gone.png\n");
    assertThat(judge("docs/*.rst").findings())
        .extracting(Finding::toString)
        .containsExactly(
            "docs/index.rst:4: The document docs/oter is linked, which is not there. Did you mean"
                + " 'docs/other.rst'?",
            "docs/index.rst:6: The link leads to docs/gone.png, which is not there. Correct the"
                + " link, or add the file.",
            "docs/index.rst:4: The label the lable stands in none of the documents. Did you mean"
                + " 'the label'?");
  }

  @Test
  void looksAtPathsInCodeWhereItIsAsked() throws Exception {
    write(
        "docs/page.md",
        "Run `docs/guide.md`, not `docs/gone.py`; `a/b` and `x*/y.md` are none. [l](guide.md)\n");
    assertThat(judge("docs/page.md")).isInstanceOf(Outcome.Passed.class);
    assertThat(judge(map("in", "docs/page.md", "mentions", true)).findings())
        .extracting(Finding::message)
        .containsExactly("The text names docs/gone.py, which is not there.");
  }

  @Test
  void leavesOutWhatTheChecklistLeavesOut() throws Exception {
    write("docs/old/page.md", "[a](gone.md)");
    write("docs/page.md", "[a](../build/made.html) [b](guide.md#gone)");
    assertThat(
            judge(
                map(
                    "in",
                    "docs/**/*.md",
                    "except",
                    "docs/old/**",
                    "ignore",
                    "build/**",
                    "anchors",
                    false)))
        .isInstanceOf(Outcome.Passed.class);
  }

  @Test
  void neverPassesOnNothing() throws Exception {
    assertThat(judge("none/*.md")).isInstanceOf(Outcome.Unavailable.class);
    assertThat(judge("docs/guide.md")).as("no link").isInstanceOf(Outcome.Inconclusive.class);
    write("a.md", "[a](https://example.org)");
    assertThat(judge("a.md"))
        .as("only links that are not visited")
        .isInstanceOf(Outcome.Inconclusive.class);
  }

  @Test
  void cannotTellWhatItCannotRead() throws Exception {
    write("a.md", "[a](docs/guide.md)");
    Files.write(root.resolve("bytes.md"), new byte[] {(byte) 0xff, 0});
    Files.writeString(root.resolve("huge.md"), "x".repeat((4 << 20) + 1));
    write("data.txt", "text");
    var outcome = judge(map("in", List.of("*.md", "data.txt")));
    assertThat(outcome).isInstanceOf(Outcome.Inconclusive.class);
    assertThat(outcome.findings())
        .extracting(Finding::toString)
        .containsExactly(
            "bytes.md: bytes.md is not UTF-8 text. Save it as UTF-8.",
            "data.txt: data.txt is neither Markdown nor reStructuredText. Leave it out: except.",
            "huge.md: huge.md is larger than 4 MiB. Split it, or leave it out.");
  }

  @Test
  void countsWhatItDoesNotName() throws Exception {
    var text = new StringBuilder("[ok](docs/guide.md)\n");
    for (var i = 0; i < 300; i++) {
      text.append("[x](gone/").append(i).append(".md)\n");
    }
    write("a.md", text.toString());
    var outcome = judge("a.md");
    assertThat(outcome.observed()).isEqualTo("300 of 301 links broken");
    assertThat(outcome.findings())
        .hasSize(201)
        .last()
        .extracting(Finding::message)
        .isEqualTo("And 100 more.");
  }

  @Test
  void tellsHowFarItIs() throws Exception {
    for (var i = 0; i < 2_000; i++) {
      write("many/" + i + ".md", "[x](../docs/guide.md)");
    }
    judge("many/*.md");
    assertThat(stage.tap.lines()).contains("note: 2000 of 2000 documents, 0 broken");
  }

  @Test
  void stopsWhenSomebodyCancels() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> judge("docs/*.md")).isInstanceOf(InterruptedException.class);
  }

  @Test
  void isLinted() {
    assertThat(Stage.lint(verb, map("anchors", true), null))
        .containsExactly(
            "checklist.yaml:1:1: It is not said which documents are read. Add in:"
                + " [\"docs/**/*.md\"]");
    assertThat(Stage.lint(verb, map("in", "../*.md"), null))
        .containsExactly(
            "checklist.yaml:2:1: '../*.md' leads out of the folder it starts in. Name files inside"
                + " the repository.");
  }

  @Test
  void cannotTellWhetherADocumentThatIsNoTextHasAnAnchor() throws Exception {
    Files.write(root.resolve("latin.md"), new byte[] {'#', ' ', (byte) 0xE9, '\n'});
    write("README.md", "[one](latin.md#x), [two](latin.md#y), [guide](docs/guide.md)\n");
    var outcome = judge("README.md");
    assertThat(outcome).isInstanceOf(Outcome.Inconclusive.class);
    assertThat(outcome.findings())
        .extracting(Finding::toString)
        .containsExactly(
            "README.md:1: The anchors of latin.md cannot be read. See that it is UTF-8 text of at"
                + " most 4 MiB, and who may read it.");
  }

  private Outcome judge(Object value) throws InterruptedException {
    return stage.carryOut(verb, value).outcome();
  }

  private void write(String path, String text) throws IOException {
    var file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
