@NullMarked
package dev.plimsoll.core.audit.report;

import org.jspecify.annotations.NullMarked;
