package dev.plimsoll.core.backup.restore;

import dev.plimsoll.core.backup.BackupEngine;
import dev.plimsoll.core.backup.Manifest;
import dev.plimsoll.core.backup.Manifest.Member;
import dev.plimsoll.core.backup.Work;
import dev.plimsoll.core.model.BackupAct;
import dev.plimsoll.core.model.BackupSet;
import dev.plimsoll.core.model.RestorePoint.LogHead;
import dev.plimsoll.core.trust.Digests;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// A backup, of whatever engine.
public final class BackupOrigin implements Origin {
  private final BackupEngine engine;
  private final String id;
  private final Manifest manifest;
  private final Name name;

  private BackupOrigin(BackupEngine engine, String id, Manifest manifest) {
    this.engine = engine;
    this.id = id;
    this.manifest = manifest;
    this.name =
        new Name(
            BackupAct.What.RESTORE,
            engine.set().name(),
            id,
            manifest.digest(),
            manifest.product(),
            manifest.takenOn());
  }

  /// @throws dev.plimsoll.core.model.Problem where it has no manifest, or cannot be read
  public static BackupOrigin of(BackupEngine engine, String id) {
    return new BackupOrigin(engine, id, engine.manifest(id));
  }

  @Override
  public Name name() {
    return name;
  }

  @Override
  public List<Wanted> wanted() {
    return manifest.members().stream().map(BackupOrigin::wanted).toList();
  }

  @Override
  public List<String> gone() {
    return List.of();
  }

  @Override
  public Work<?> bring(List<String> paths, Path into) {
    return engine.unpack(id, paths, into);
  }

  private static Wanted wanted(Member member) {
    var target = member.facts().target();
    return switch (member.shape()) {
      case FOLDER ->
          new Wanted(
              member.path(),
              Wanted.Form.FOLDER,
              0,
              member.mode(),
              member.modifiedOn(),
              null,
              Wanted.Sense.PLAIN);
      case LINK ->
          new Wanted(
              member.path(),
              Wanted.Form.LINK,
              0,
              -1,
              member.modifiedOn(),
              Digests.sha256Hex((target == null ? "" : target).getBytes(StandardCharsets.UTF_8)),
              Wanted.Sense.PLAIN);
      case FILE ->
          new Wanted(
              member.path(),
              Wanted.Form.FILE,
              member.size(),
              member.mode(),
              member.modifiedOn(),
              member.sha256(),
              sense(member));
    };
  }

  private static Wanted.Sense sense(Member member) {
    var log = member.facts().log();
    return new Wanted.Sense(
        switch (member.kind()) {
          case PLAIN, OUTPUT -> BackupSet.Kind.PLAIN;
          case LOG -> BackupSet.Kind.LOG;
          case SQLITE -> BackupSet.Kind.SQLITE;
          case DUCKDB -> BackupSet.Kind.DUCKDB;
        },
        member.kind() == Manifest.Kind.OUTPUT,
        log == null ? null : new LogHead(member.path(), log.entries(), log.recipe(), log.head()),
        member.facts().rows().entrySet().stream()
            .map(each -> new Wanted.Rows(each.getKey(), each.getValue()))
            .toList());
  }
}
