/// The verb `report`: totals of test reports against what was expected.
@NullMarked
package dev.plimsoll.core.check.report;

import org.jspecify.annotations.NullMarked;
