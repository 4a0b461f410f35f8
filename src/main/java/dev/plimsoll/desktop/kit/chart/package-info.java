/// Small pictures of measured times: no axes, the figures stand beside them in words.
@NullMarked
package dev.plimsoll.desktop.kit.chart;

import org.jspecify.annotations.NullMarked;
