package dev.plimsoll.core.check.standard;

import dev.plimsoll.core.check.Verbs;
import dev.plimsoll.core.check.backup.BackupVerb;
import dev.plimsoll.core.check.backup.DrillVerb;
import dev.plimsoll.core.check.backup.RestorePointVerb;
import dev.plimsoll.core.check.backup.RestoreVerb;
import dev.plimsoll.core.check.chain.ChainVerb;
import dev.plimsoll.core.check.changelog.ChangelogVerb;
import dev.plimsoll.core.check.checkboxes.CheckboxesVerb;
import dev.plimsoll.core.check.checksums.ChecksumsVerb;
import dev.plimsoll.core.check.command.CommandVerb;
import dev.plimsoll.core.check.container.ContainerVerb;
import dev.plimsoll.core.check.drift.DriftVerb;
import dev.plimsoll.core.check.env.EnvVerb;
import dev.plimsoll.core.check.files.FilesVerb;
import dev.plimsoll.core.check.git.GitVerb;
import dev.plimsoll.core.check.golden.GoldenVerb;
import dev.plimsoll.core.check.history.HistoryVerb;
import dev.plimsoll.core.check.http.HttpVerb;
import dev.plimsoll.core.check.links.LinksVerb;
import dev.plimsoll.core.check.logs.LogsVerb;
import dev.plimsoll.core.check.metrics.MetricsVerb;
import dev.plimsoll.core.check.personal.PrivacyVerb;
import dev.plimsoll.core.check.report.ReportVerb;
import dev.plimsoll.core.check.secrets.SecretsVerb;
import dev.plimsoll.core.check.snapshot.SnapshotVerb;
import dev.plimsoll.core.check.sql.SqlVerb;
import dev.plimsoll.core.check.tag.TagVerb;
import dev.plimsoll.core.check.tcp.TcpVerb;
import dev.plimsoll.core.check.version.VersionVerb;
import java.util.List;

/// The verbs of this version. They stand here because [Verbs] may not know the packages that build
/// on it.
public final class StandardVerbs {
  private StandardVerbs() {}

  public static Verbs all() {
    return Verbs.of(
        List.of(
            new BackupVerb(),
            new ChainVerb(),
            new ChangelogVerb(),
            new CheckboxesVerb(),
            new ChecksumsVerb(),
            new CommandVerb(),
            new ContainerVerb(),
            new DriftVerb(),
            new DrillVerb(),
            new EnvVerb(),
            new FilesVerb(),
            new GitVerb(),
            new GoldenVerb(),
            new HistoryVerb(),
            new HttpVerb(),
            new LinksVerb(),
            new LogsVerb(),
            new MetricsVerb(),
            new PrivacyVerb(),
            new ReportVerb(),
            new RestorePointVerb(),
            new RestoreVerb(),
            new SecretsVerb(),
            new SnapshotVerb(),
            new SqlVerb(),
            new TagVerb(),
            new TcpVerb(),
            new VersionVerb()));
  }
}
