/// The verb `metrics`: what a service says about itself in Prometheus' text form, and the alerts on
/// it.
@NullMarked
package dev.plimsoll.core.check.metrics;

import org.jspecify.annotations.NullMarked;
