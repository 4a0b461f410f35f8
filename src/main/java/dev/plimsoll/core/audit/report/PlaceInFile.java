package dev.plimsoll.core.audit.report;

import dev.plimsoll.core.audit.ChainVerdict;
import dev.plimsoll.core.audit.EntryLine;
import dev.plimsoll.core.trust.CanonicalJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// Walks to a line of an export. What stands before it was verified, so that its lines are short.
final class PlaceInFile {
  private final InputStream in;
  private long offset;

  PlaceInFile(InputStream in) {
    this.in = in;
  }

  FirstBad of(ChainVerdict.Broken broken) throws IOException {
    String before = null;
    for (var seq = 0L; seq < broken.seq(); seq++) {
      var line = line(CanonicalJson.ENTRY_MAX);
      before = EntryLine.hash(line);
    }
    var start = offset;
    var found = new String(line(Beside.LONGEST), StandardCharsets.UTF_8);
    return Beside.place(broken, broken.seq() + 1, start, found, before);
  }

  private byte[] line(int longest) throws IOException {
    var line = new ByteArrayOutputStream(512);
    var read = in.read();
    for (; read >= 0 && read != '\n' && line.size() < longest; read = in.read()) {
      line.write(read);
    }
    offset += line.size() + (read == '\n' ? 1 : 0);
    return line.toByteArray();
  }
}
