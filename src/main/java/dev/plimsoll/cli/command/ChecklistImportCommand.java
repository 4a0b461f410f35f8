package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Columns;
import dev.plimsoll.cli.terminal.Json;
import dev.plimsoll.cli.terminal.Tone;
import dev.plimsoll.core.checklist.markdown.Imported;
import dev.plimsoll.core.checklist.markdown.Literal;
import dev.plimsoll.core.checklist.markdown.MarkdownImport;
import dev.plimsoll.core.checklist.markdown.SourceLine;
import dev.plimsoll.core.checklist.markdown.SourceLine.Fate;
import dev.plimsoll.core.checklist.requests.RequestImport;
import dev.plimsoll.core.model.Plural;
import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Makes a checklist of what a team has already: a runbook in Markdown, requests in a file or as
/// curl commands.
@Command(
    name = "import",
    description = {
      "Make a checklist of a runbook in Markdown (task lists, fenced commands, 'Expected' lines),"
          + " of an .http file, a Postman collection, or curl commands.",
      "Tells for every line what became of it. Nothing is ever overwritten."
    },
    footer = {
      "",
      "For example:",
      "  plimsoll checklist import RELEASE.md --out .plimsoll/checklists/release.yaml",
      "  plimsoll checklist import api.http",
      "  plimsoll checklist import api.postman_collection.json",
      "  plimsoll checklist import --curl 'curl -H \"X-API-Key: $KEY\""
          + " http://localhost:8000/health'",
      "",
      "Exit codes: 0 imported, 1 nothing to import, or not written."
    })
final class ChecklistImportCommand implements Callable<Integer> {
  private static final String INTENT = "Not imported";
  private static final int SHOWN = 72;

  private final Invocation invocation;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description =
          "A runbook (.md), requests (.http, .rest), a collection (.json), curl commands"
              + " (.sh, .curl).")
  @Nullable Path given;

  @Option(
      names = "--curl",
      paramLabel = "COMMANDS",
      description = "Curl commands as they are typed, instead of a file.")
  @Nullable String curl;

  private Path file = Path.of("curl");

  @Option(
      names = "--id",
      paramLabel = "ID",
      description = "The checklist's id; made of the file's name by default.")
  @Nullable String id;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write the checklist there; without it, it is shown only.")
  @Nullable Path out;

  ChecklistImportCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    if (id != null && !id.matches("[a-z0-9-]{1,64}")) {
      throw new Misuse(
          "'" + id + "' is no id.",
          "Use at most 64 small letters, digits and dashes, as in pre-release.");
    }
    if ((given == null) == (curl == null)) {
      throw new Misuse(
          "Either a file or --curl says what is imported.",
          "For example: plimsoll checklist import api.http");
    }
    var imported =
        curl == null ? read(Objects.requireNonNull(given)) : RequestImport.curl("curl", curl, id);
    if (out != null && imported.yaml().isPresent()) {
      write(invocation.path(out), imported.yaml().get());
    }
    var code = imported.yaml().isPresent() ? ExitCode.OK : ExitCode.NO;
    if (invocation.isJson()) {
      invocation.say(json(imported, code));
    } else {
      tell(imported);
    }
    return code;
  }

  private Imported read(Path typed) {
    file = typed;
    var path = invocation.path(typed);
    var name = String.valueOf(path.getFileName());
    var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return switch (ending) {
      case "http", "rest" -> RequestImport.httpFile(name, text(path, RequestImport.LARGEST), id);
      case "json" -> RequestImport.postman(name, text(path, RequestImport.LARGEST), id);
      case "sh", "curl" -> RequestImport.curl(name, text(path, RequestImport.LARGEST), id);
      default -> MarkdownImport.of(name, text(path, MarkdownImport.LARGEST), id);
    };
  }

  private String text(Path path, int largest) {
    try {
      if (Files.size(path) > largest) {
        throw Problem.of(
            INTENT, file + " is larger than " + (largest >> 20) + " MiB.", "Import it in parts.");
      }
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(Files.readAllBytes(path)))
          .toString();
    } catch (CharacterCodingException noText) {
      throw Problem.of(INTENT, file + " is no UTF-8 text.", "Save it as UTF-8.", noText);
    } catch (IOException unreadable) {
      throw Problem.of(
          INTENT, file + " cannot be read.", "Check the path and its permissions.", unreadable);
    }
  }

  private static void write(Path target, String yaml) {
    try {
      Files.createDirectories(target.toAbsolutePath().resolveSibling(""));
      Files.writeString(target, yaml, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException there) {
      throw Problem.of(
          INTENT, target + " exists already.", "Name another file; nothing is overwritten.", there);
    } catch (IOException refused) {
      throw Problem.of(
          INTENT, target + " cannot be written.", "Name a folder you may write to.", refused);
    }
  }

  private void tell(Imported imported) {
    var printer = invocation.out();
    var table = new Columns("LINE", "", "WHAT BECAME OF IT");
    for (var line : imported.lines()) {
      if (line.fate() != Fate.BLANK) {
        table.row(String.valueOf(line.number()), shortened(line.text()), line.account());
      }
    }
    table.print(printer);
    printer.blank();
    printer.line(
        Plural.of(imported.lines().size(), "line")
            + ": "
            + imported.count(Fate.MAPPED)
            + " mapped, "
            + imported.count(Fate.UNMAPPED)
            + " not mapped, "
            + imported.count(Fate.BLANK)
            + " blank.");
    imported.literals().forEach(literal -> printer.line(Tone.CAUTION, words(literal)));
    printer.blank();
    if (imported.yaml().isEmpty()) {
      printer.line(
          Tone.BAD,
          imported instanceof MarkdownImport
              ? "Nothing to import: it has neither a task list nor a fenced command. Write what is"
                  + " to be done as \"- [ ]\" lines, or as commands between ``` lines."
              : "Nothing to import: it has no request that a checklist can send."
                  + " The lines above say why; correct them and import again.");
    } else if (out == null) {
      imported.yaml().orElseThrow().lines().forEach(printer::line);
      printer.blank();
      printer.line(
          "Nothing was written. To write it: --out .plimsoll/checklists/"
              + imported.id()
              + ".yaml");
    } else {
      printer.line(Tone.GOOD, "Written to " + out + ". Then: plimsoll checklist lint");
    }
  }

  private static String shortened(String line) {
    return line.length() > SHOWN ? line.substring(0, SHOWN - 1) + "…" : line;
  }

  private String words(Literal literal) {
    var at = file + ":" + literal.line() + ": ";
    return switch (literal.kind()) {
      case SECRET ->
          at
              + "looks like a secret. The checklist says {secret."
              + literal.name()
              + "}: name it under secrets in project.yaml, and change the value if it is real.";
      case PERSONAL_PATH ->
          at + "somebody's own folder. The checklist says {" + literal.name() + "}, a parameter.";
    };
  }

  private Json json(Imported imported, int code) {
    return new Json()
        .with("exit", code)
        .with("id", imported.id())
        .with("yaml", imported.yaml())
        .with("written", out == null || imported.yaml().isEmpty() ? null : invocation.path(out))
        .with(
            "counts",
            new Json()
                .with("lines", imported.lines().size())
                .with("mapped", imported.count(Fate.MAPPED))
                .with("unmapped", imported.count(Fate.UNMAPPED))
                .with("blank", imported.count(Fate.BLANK)))
        .with("lines", imported.lines(), ChecklistImportCommand::json)
        .with(
            "literals",
            imported.literals(),
            literal ->
                new Json()
                    .with("line", literal.line())
                    .with("kind", literal.kind().name())
                    .with("name", literal.name()));
  }

  private static Json json(SourceLine line) {
    return new Json()
        .with("line", line.number())
        .with("fate", line.fate().name())
        .with("to", line.to())
        .with("text", line.text());
  }
}
