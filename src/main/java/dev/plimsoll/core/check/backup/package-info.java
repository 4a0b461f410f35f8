/// The verbs about backups: `backup` takes one, `restore-point` looks whether there is one to go
/// back to, `drill` proves that it restores, `restore` puts it back
/// (docs/formats/checks-backup.md).
@NullMarked
package dev.plimsoll.core.check.backup;

import org.jspecify.annotations.NullMarked;
