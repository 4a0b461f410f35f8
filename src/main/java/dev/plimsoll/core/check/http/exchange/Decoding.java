package dev.plimsoll.core.check.http.exchange;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/// Takes a body out of its content coding (RFC 9110, section 8.4.1), within bounds: what expands
/// beyond them is left off there, however small it was on the wire.
record Decoding(long largest) {

  /// What is in the body.
  ///
  /// @throws ZipException with a sentence where it is not what its header says
  Content decoded(Content body, String coding) throws ZipException {
    return switch (coding.strip().toLowerCase(Locale.ROOT)) {
      case "", "identity" -> body;
      case "gzip", "x-gzip" -> inflated(body, true);
      case "deflate" -> inflated(body, false);
      default ->
          new Content(
              body.bytes(), body.size(), "The body is in the coding '" + coding + "', unread.");
    };
  }

  private Content inflated(Content body, boolean gzip) throws ZipException {
    if (body.size() == 0) {
      return body; // as for HEAD
    }
    var out = new ByteArrayOutputStream();
    try (var packed = new ByteArrayInputStream(body.bytes());
        InputStream plain = gzip ? new GZIPInputStream(packed) : new InflaterInputStream(packed)) {
      var piece = new byte[8192];
      for (var read = plain.read(piece); read >= 0; read = plain.read(piece)) {
        var room = (int) Math.min(read, largest - out.size());
        out.write(piece, 0, room);
        if (room < read) {
          return new Content(
              out.toByteArray(),
              -1,
              "The body expands from "
                  + body.size()
                  + " bytes to more than "
                  + largest
                  + "; it was not unpacked further.");
        }
      }
      return body.isWhole()
          ? Content.whole(out.toByteArray())
          : new Content(out.toByteArray(), -1, body.flaw());
    } catch (EOFException cut) {
      if (!body.isWhole()) {
        return new Content(out.toByteArray(), -1, body.flaw());
      }
      throw broken("The compressed body ends too early.", cut);
    } catch (ZipException odd) {
      throw broken("The body is not compressed as its header says.", odd);
    } catch (IOException impossible) {
      throw broken("The compressed body cannot be read.", impossible);
    }
  }

  private static ZipException broken(String sentence, IOException cause) {
    var broken = new ZipException(sentence);
    broken.initCause(cause);
    return broken;
  }
}
