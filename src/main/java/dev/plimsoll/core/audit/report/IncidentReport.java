package dev.plimsoll.core.audit.report;

import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a verification of a chain said, to be handed on: for an incident where it is broken, as a
/// proof for the file where it is whole. The same facts give the same bytes, on every machine.
/// Immutable.
///
/// Foreign text (names, lines of the log) is shown with everything invisible spelled out, as
/// `\\u{202e}`. Keys and secrets are no part of it; lines of the log are, as they lie: a report is
/// as confidential as its log.
///
/// @param conclusion how it ended
/// @param sentence the verdict, one sentence
/// @param examined what was looked at
/// @param basis how it was read and held against what
/// @param first the first bad entry, or null where none was found
/// @param remarks warnings and notes of the verification, a sentence each
/// @param next what to do now, a sentence each, first things first
/// @param maker who had it verified, when and with what
public record IncidentReport(
    Conclusion conclusion,
    String sentence,
    Examined examined,
    Basis basis,
    @Nullable FirstBad first,
    List<String> remarks,
    List<String> next,
    Maker maker) {
  public IncidentReport {
    remarks = List.copyOf(remarks);
    next = List.copyOf(next);
  }

  /// Plain text in UTF-8 lines of at most 100 characters where words allow, with a line feed after
  /// each.
  public String text() {
    return new ReportText(this).write();
  }

  /// A PDF on A4 with its fonts inside.
  ///
  /// @param out stays open
  /// @throws IOException where it cannot be written
  public void pdf(OutputStream out) throws IOException {
    new ReportPdf(this).write(out);
  }

  /// Writes a new file: a PDF where its name ends in `.pdf`, plain text where it ends in `.txt`.
  ///
  /// @throws Problem for another name, for a file that is there already, or where it cannot be
  ///   written; then no half of it stays
  public void write(Path file) {
    var pdf = isPdf(file);
    try (var out =
        Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      if (pdf) {
        pdf(out);
      } else {
        out.write(text().getBytes(StandardCharsets.UTF_8));
      }
    } catch (FileAlreadyExistsException e) {
      throw Problem.of(
          "Report not written",
          "There is a file " + file + " already.",
          "Give another name: a report is never written over.",
          e);
    } catch (IOException e) {
      removeHalf(file);
      throw Problem.of(
          "Report not written",
          "The file " + file + " cannot be written: " + e.getMessage() + ".",
          "Make room or give yourself access, then write it again.",
          e);
    }
  }

  /// Whether a file of this name becomes a PDF.
  ///
  /// @throws Problem for a name that is neither a PDF's nor a text's
  public static boolean isPdf(Path file) {
    var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (name.endsWith(".pdf")) {
      return true;
    }
    if (name.endsWith(".txt")) {
      return false;
    }
    throw Problem.of(
        "Report not written",
        "The name " + file.getFileName() + " ends neither in .pdf nor in .txt.",
        "Give the report a name with one of the two endings.");
  }

  private static void removeHalf(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException stays) {
      // the folder cannot be written any more; the problem that is told says so
    }
  }
}
