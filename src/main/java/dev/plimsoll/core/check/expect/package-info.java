/// The assertions of `expect:`, in Hurl's words: `query [filters] [not] predicate value`.
@NullMarked
package dev.plimsoll.core.check.expect;

import org.jspecify.annotations.NullMarked;
