/// The verb `personal-data`: names, mail addresses and telephone numbers in what is exported. What
/// is found leaves this package masked.
@NullMarked
package dev.plimsoll.core.check.personal;

import org.jspecify.annotations.NullMarked;
