package dev.plimsoll.core.audit.foreign;

import dev.plimsoll.core.audit.ChainLines;
import dev.plimsoll.core.audit.ChainVerdict;
import dev.plimsoll.core.audit.ChainVerification;
import dev.plimsoll.core.audit.VerdictCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Plimsoll's own log as one chain among others: its own verification judges, and its verdict is
/// said in the words of this package.
final class OwnLogVerification {
  private static final int STRIDE = 512;

  /// From here on the lines are first read by several threads, which know no places, in bytes.
  private static final int LARGE = 1024 * 1024;

  private final Path file;
  private final Known known;
  private final Consumer<Progress> listener;
  private long size = -1;

  OwnLogVerification(Path file, Known known, Consumer<Progress> listener) {
    this.file = file;
    this.known = known;
    this.listener = listener;
  }

  ForeignVerdict run() {
    var lines = new Lines();
    size = sizeNow();
    if (!Files.exists(file) && known.most() > 0) {
      return lost();
    }
    var pins = known.anchors().stream().map(Anchor::pin).toList();
    var pinned = new dev.plimsoll.core.audit.Known(List.of(), pins, null);
    var quick =
        size < LARGE ? null : new ChainVerification(ChainLines.of(file), pinned, this::tell).run();
    var verdict =
        quick == null || quick instanceof ChainVerdict.Broken
            ? new ChainVerification(lines, pinned).run() // line by line: the place is wanted
            : quick;
    return switch (verdict) {
      case ChainVerdict.Whole whole ->
          new ForeignVerdict.Whole(
              whole.entries(), whole.head(), whole.remarks().stream().map(lines::remark).toList());
      case ChainVerdict.Broken(var code, var seq, var sentence) ->
          new ForeignVerdict.Broken(lines.defect(code, seq, sentence));
      case ChainVerdict.CouldNotTell(var sentence) -> new ForeignVerdict.CouldNotTell(sentence);
    };
  }

  private long sizeNow() {
    try {
      return Files.size(file);
    } catch (IOException toldWhenItIsRead) {
      return -1;
    }
  }

  private void tell(long entries, long bytes) {
    listener.accept(new Progress(entries, Math.max(0, bytes), size));
  }

  private ForeignVerdict lost() {
    var sentence =
        "The log was rolled back: there is no file "
            + file
            + ", and "
            + known.most()
            + " entries are known.";
    return new ForeignVerdict.Broken(
        new Defect(VerdictCode.PIN_ROLLBACK, 0, 1, 0, sentence, "", known.most() + " entries"));
  }

  /// The file's lines, with the place of the last one that was read.
  private final class Lines implements ChainLines {
    private @Nullable LineSource source;
    private @Nullable Line last;

    @Override
    public @Nullable RawLine next() throws IOException {
      if (source == null) {
        source = new LineSource(file);
        size = source.size();
      }
      var offset = source.offset();
      var number = source.number();
      var line = source.nextBytes();
      if (number % STRIDE == 0 || line == null) {
        listener.accept(new Progress(line == null ? number - 1 : number, source.offset(), size));
      }
      if (line == null) {
        return null;
      }
      var ended = source.offset() > offset + line.length;
      last = new Line(line, number, offset, ended ? Line.End.LF : Line.End.NONE, false);
      return new RawLine(line, null, ended);
    }

    @Override
    public long expected() {
      return -1;
    }

    @Override
    public void close() throws IOException {
      if (source != null) {
        source.close();
      }
    }

    private Remark remark(ChainVerdict.Remark remark) {
      return new Remark(remark.code(), remark.seq(), remark.seq() + 1, -1, remark.sentence());
    }

    private Defect defect(VerdictCode code, long seq, String sentence) {
      var here = last != null && last.number() == seq + 1 ? last : null;
      var offset = here == null ? Math.max(0, size) : here.offset();
      var placed =
          sentence.replaceFirst(
              "\\b([Ee]ntry " + seq + ")\\b", "$1 (line " + (seq + 1) + ", byte " + offset + ")");
      return new Defect(
          code,
          seq,
          seq + 1,
          offset,
          placed,
          here == null ? "" : Shown.text(LinkDefects.text(here)),
          "");
    }
  }
}
