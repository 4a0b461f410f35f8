/// JSONPath after RFC 9535, over any tree of JSON values. A query gives a node list; making one
/// value of it is somebody else's decision.
///
/// The package depends on java.base alone. Trees come in through
/// [dev.plimsoll.core.check.jsonpath.JsonTree], regular expressions through
/// [dev.plimsoll.core.check.jsonpath.RegexSearch].
@NullMarked
package dev.plimsoll.core.check.jsonpath;

import org.jspecify.annotations.NullMarked;
