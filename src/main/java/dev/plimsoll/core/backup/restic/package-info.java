/// Backups kept by the installed restic (https://restic.readthedocs.io), 0.14 or newer: the same
/// sets, manifests and figures, in a repository on a disk, behind SFTP or in S3
/// (docs/formats/backup.md, "restic").
@NullMarked
package dev.plimsoll.core.backup.restic;

import org.jspecify.annotations.NullMarked;
