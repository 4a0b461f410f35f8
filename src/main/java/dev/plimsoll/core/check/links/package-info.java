/// The verb `links`: references of Markdown and reStructuredText lead to files and anchors that
/// exist. Nothing here goes to the network.
@NullMarked
package dev.plimsoll.core.check.links;

import org.jspecify.annotations.NullMarked;
