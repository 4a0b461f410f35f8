@NullMarked
package dev.plimsoll.desktop.kit.chart;

import org.jspecify.annotations.NullMarked;
