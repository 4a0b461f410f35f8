package dev.plimsoll.desktop.screen.backup;

import dev.plimsoll.core.backup.Work.Stage;
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

  /// @param offer what the person saw and confirmed
  /// @param typed what the person typed for the entries that are lost
  record Restore(RestoreOffer offer, String typed) implements Act {
    @Override
    public String words() {
      return "Restoring " + offer.point().id();
    }

    @Override
    public List<Stage> stages() {
      return offer.around().before().isEmpty() && offer.around().after().isEmpty()
          ? List.of(Stage.UNPACKING, Stage.COMPARING, Stage.KEEPING, Stage.SWAPPING)
          : List.of(Stage.UNPACKING, Stage.COMPARING, Stage.RUNNING, Stage.KEEPING, Stage.SWAPPING);
    }
  }

  /// Takes the last restore back.
  record Undo(String point) implements Act {
    @Override
    public String words() {
      return "Undoing the restore of " + point;
    }

    @Override
    public List<Stage> stages() {
      return List.of(Stage.SWAPPING);
    }
  }

  /// Brings a restore that was cut off to its end.
  ///
  /// @param back whether the state before it is put back instead
  record Finish(String point, boolean back) implements Act {
    @Override
    public String words() {
      return (back ? "Undoing" : "Finishing") + " the restore of " + point;
    }

    @Override
    public List<Stage> stages() {
      return List.of(Stage.SWAPPING);
    }
  }

  /// @param ids what the person saw and confirmed
  record Prune(List<String> ids) implements Act {
    public Prune {
      ids = List.copyOf(ids);
    }

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
