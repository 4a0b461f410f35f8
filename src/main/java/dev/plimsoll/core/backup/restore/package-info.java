/// Puts back what a backup holds, undoes it, and proves that it could be done
/// (docs/formats/backup.md, "Restoring").
///
/// One act is one [Swap]: what is to be put in place lies verified in a scratch folder, what stands
/// there is kept beside it, and a [Journal] says how far it has come. Whatever happens, the files
/// of an act are all old or all new, and [Recovery] says which.
@NullMarked
package dev.plimsoll.core.backup.restore;

import org.jspecify.annotations.NullMarked;
