package dev.plimsoll.core.backup.act;

import dev.plimsoll.core.backup.Verified;
import dev.plimsoll.core.model.BackupAct;
import dev.plimsoll.core.model.BackupAct.Ending;
import dev.plimsoll.core.model.BackupAct.Figures;
import dev.plimsoll.core.model.BackupAct.What;
import dev.plimsoll.core.model.BackupStory;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Position;
import java.util.List;
import java.util.Optional;

/// What a verification says, for the log. A backup that is whole in itself and is not the one that
/// the log knows under its name is none of ours.
record Looking(String set, BackupStory story) {

  Acted of(Verified verified) {
    return switch (verified) {
      case Verified.Sound sound -> sound(sound);
      case Verified.Damaged damaged ->
          acted(damaged.id(), Ending.FAILED, damaged.sentence(), damaged.findings());
      case Verified.CouldNotTell open -> acted(open.id(), Ending.OPEN, open.sentence(), List.of());
    };
  }

  private Acted sound(Verified.Sound sound) {
    var manifest = sound.manifest();
    var other =
        manifest == null ? Optional.<String>empty() : story.otherThan(set, sound.id(), manifest);
    if (other.isPresent()) {
      return acted(
          sound.id(),
          Ending.FAILED,
          other.get(),
          List.of(
              Finding.error(
                  other.get(),
                  Position.of(sound.id()),
                  "Find out who replaced it, and go back to another backup.")));
    }
    return new Acted(
        new BackupAct(
            set,
            What.VERIFY,
            sound.id(),
            manifest,
            Ending.DONE,
            new Figures(
                sound.sentence(), sound.files(), sound.bytes(), 0, -1, List.of(), List.of())),
        List.of(),
        List.of());
  }

  private Acted acted(String id, Ending ending, String sentence, List<Finding> findings) {
    return new Acted(
        new BackupAct(
            set,
            What.VERIFY,
            id,
            null,
            ending,
            new Figures(sentence, 0, 0, 0, -1, List.of(), List.of())),
        findings,
        List.of());
  }
}
