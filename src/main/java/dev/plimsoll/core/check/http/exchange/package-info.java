/// One request over the wire: sent, bounded in time and size, and what became of it told apart.
///
/// Nothing is sent to a host that the request does not name: no proxy unless one is asked for, no
/// cookie, no password asked of the machine, no redirection followed by the library.
@NullMarked
package dev.plimsoll.core.check.http.exchange;

import org.jspecify.annotations.NullMarked;
