/// The verb `sql`: one query that reads, and what must hold of its rows.
@NullMarked
package dev.plimsoll.core.check.sql;

import org.jspecify.annotations.NullMarked;
