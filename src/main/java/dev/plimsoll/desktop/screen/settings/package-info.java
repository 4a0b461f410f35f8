/// How the window looks, which key the person signs with, and where everything lies.
@NullMarked
package dev.plimsoll.desktop.screen.settings;

import org.jspecify.annotations.NullMarked;
