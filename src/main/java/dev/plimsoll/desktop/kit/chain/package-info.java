/// The picture of an audit chain: drawn as time or by its entries, with what stands out on it.
/// [ChainView] is the control; everything that can be told from values is pure and beside it.
@NullMarked
package dev.plimsoll.desktop.kit.chain;

import org.jspecify.annotations.NullMarked;
