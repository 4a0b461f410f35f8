/// Where a person arrives: repositories, what is in flight, the sample; and the page of one
/// repository, which asks before anything of it runs.
@NullMarked
package dev.plimsoll.desktop.screen.home;

import org.jspecify.annotations.NullMarked;
