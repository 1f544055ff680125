/** Tiles after C2SP tlog-tiles: how tree and entries are laid out in files and over HTTP. */
@NullMarked
package org.disclosureledger.format.tile;

import org.jspecify.annotations.NullMarked;
