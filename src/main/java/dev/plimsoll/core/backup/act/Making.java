package dev.plimsoll.core.backup.act;

import dev.plimsoll.core.backup.Taken;
import dev.plimsoll.core.model.BackupAct;
import dev.plimsoll.core.model.BackupAct.Ending;
import dev.plimsoll.core.model.BackupAct.Figures;
import dev.plimsoll.core.model.BackupAct.What;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Position;
import dev.plimsoll.core.model.Severity;
import java.util.ArrayList;
import java.util.List;

/// What taking a backup came to, for the log.
///
/// @param set name of the set
record Making(String set) {

  Acted of(Taken taken) {
    return switch (taken) {
      case Taken.Made made -> made(made);
      // It names no backup: what was not read again is not verified again.
      case Taken.Unchanged same ->
          new Acted(
              new BackupAct(
                  set,
                  What.TAKE,
                  null,
                  null,
                  Ending.DONE,
                  new Figures(
                      "Nothing has changed since " + same.point().id() + ": no backup was made.",
                      0,
                      0,
                      0,
                      -1,
                      List.of(),
                      List.of())),
              same.remarks(),
              List.of());
    };
  }

  private Acted made(Taken.Made made) {
    var point = made.point();
    var content = point.content();
    var doubt = made.doubt();
    var findings = new ArrayList<>(made.remarks());
    if (doubt != null) {
      findings.add(
          new Finding(
              Severity.WARNING,
              "Whether its name is on the disk could not be told: "
                  + doubt
                  + ". After a power cut the backup may be gone.",
              Position.of(point.id()),
              "Look at that disk, then verify it: plimsoll backup verify --set "
                  + set
                  + " "
                  + point.id()));
    }
    return new Acted(
        new BackupAct(
            set,
            What.TAKE,
            point.id(),
            point.manifest(),
            doubt == null ? Ending.DONE : Ending.OPEN,
            new Figures(
                sentence(made),
                content.files(),
                content.bytes(),
                content.stored(),
                -1,
                List.of(),
                List.of())),
        findings,
        List.of());
  }

  private static String sentence(Taken.Made made) {
    var content = made.point().content();
    var doubt = made.doubt();
    return made.point().id()
        + " was made and verified: "
        + Words.files(content.files(), content.bytes())
        + ", "
        + Words.bytes(content.stored())
        + " stored."
        + takenOver(made.share().asTheyLie())
        + (doubt == null
            ? ""
            : " It is there under its name; whether that name is on the disk could not be told: "
                + doubt
                + ".");
  }

  /// What "verified" does not say of files that were taken over packed.
  private static String takenOver(long asTheyLie) {
    return switch ((int) Math.min(asTheyLie, 2)) {
      case 0 -> "";
      case 1 ->
          " 1 of them was taken over from the backup before: read back by its checksum (CRC-32C),"
              + " not unpacked.";
      default ->
          " "
              + asTheyLie
              + " of them were taken over from the backup before: read back by their checksum"
              + " (CRC-32C), not unpacked.";
    };
  }
}
