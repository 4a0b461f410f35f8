package dev.plimsoll.desktop.screen.backup;

import dev.plimsoll.core.backup.Work.Stage;
import dev.plimsoll.core.backup.restore.Consent;
import java.util.List;

/// Something that is done with a set.
public sealed interface Act {
  /// What goes on, without a full stop: `Taking a backup`.
  String words();

  /// The stages that it usually goes through, in their order.
  List<Stage> stages();

  /// @param evenUnchanged whether a backup is taken where no file has changed since the last one
  record Take(boolean evenUnchanged) implements Act {
    @Override
    public String words() {
      return "Taking a backup";
    }

    @Override
    public List<Stage> stages() {
      return List.of(Stage.LOOKING, Stage.SAVING, Stage.VERIFYING);
    }
  }

  /// @param ids the points; at least one
  record Verify(List<String> ids) implements Act {
    public Verify {
      ids = List.copyOf(ids);
    }

    @Override
    public String words() {
      return ids.size() == 1
          ? "Verifying " + ids.getFirst()
          : "Verifying " + ids.size() + " backups";
    }

    @Override
    public List<Stage> stages() {
      return List.of(Stage.VERIFYING);
    }
  }

  record Drill(String id) implements Act {
    @Override
    public String words() {
      return "Drill: restoring " + id + " into a scratch folder";
    }

    @Override
    public List<Stage> stages() {
      return List.of(Stage.UNPACKING, Stage.COMPARING, Stage.CHECKING);
    }
  }

  /// @param offer what the person saw
  /// @param consent what the person said to it
  record Restore(RestoreOffer offer, Consent consent) implements Act {
    @Override
    public String words() {
      return "Restoring " + offer.plan().name().id();
    }

    @Override
    public List<Stage> stages() {
      return puttingBack(offer);
    }
  }

  /// Takes the last restore back.
  record Undo(RestoreOffer offer, Consent consent) implements Act {
    @Override
    public String words() {
      return "Undoing the last restore";
    }

    @Override
    public List<Stage> stages() {
      return puttingBack(offer);
    }
  }

  private static List<Stage> puttingBack(RestoreOffer offer) {
    return offer.around().before().isEmpty() && offer.around().after().isEmpty()
        ? List.of(Stage.UNPACKING, Stage.COMPARING, Stage.KEEPING, Stage.SWAPPING)
        : List.of(Stage.UNPACKING, Stage.COMPARING, Stage.RUNNING, Stage.KEEPING, Stage.SWAPPING);
  }

  /// Puts a restore right that was cut off: finished where everything for it lies ready, taken back
  /// otherwise.
  record PutRight() implements Act {
    @Override
    public String words() {
      return "Putting the interrupted restore right";
    }

    @Override
    public List<Stage> stages() {
      return List.of(Stage.SWAPPING);
    }
  }

  /// Removes what retention lets go of.
  record Prune() implements Act {
    @Override
    public String words() {
      return "Removing what is too old";
    }

    @Override
    public List<Stage> stages() {
      return List.of(Stage.REMOVING);
    }
  }
}
