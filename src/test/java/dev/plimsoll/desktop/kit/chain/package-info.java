@NullMarked
package dev.plimsoll.desktop.kit.chain;

import org.jspecify.annotations.NullMarked;
