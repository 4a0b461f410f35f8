package dev.plimsoll.desktop.app;

import dev.plimsoll.desktop.kit.Place;
import org.kordamp.ikonli.feather.Feather;

/// The entries of the sidebar.
enum Area {
  HOME("Home", Feather.HOME),
  RELEASE("Release", Feather.DISC),
  AUDIT("Audit chains", Feather.LINK),
  BACKUPS("Backups", Feather.ARCHIVE),
  HISTORY("History", Feather.LIST),
  SETTINGS("Settings", Feather.SLIDERS);

  private final String word;
  private final Feather icon;

  Area(String word, Feather icon) {
    this.word = word;
    this.icon = icon;
  }

  String word() {
    return word;
  }

  Feather icon() {
    return icon;
  }

  /// The entry that is marked while a person is at `place`.
  static Area of(Place place) {
    return switch (place) {
      case Place.Home _, Place.Project _ -> HOME;
      case Place.Release _, Place.ChecklistRun _ -> RELEASE;
      case Place.Audit _, Place.AuditFile _, Place.AuditChain _, Place.OwnLog _ -> AUDIT;
      case Place.Backups _, Place.BackupSet _ -> BACKUPS;
      case Place.History _, Place.RecordFile _, Place.KeptRecord _ -> HISTORY;
      case Place.Settings _ -> SETTINGS;
    };
  }
}
