/** The published test vectors: how they are made, and that every parser rule has one. */
@NullMarked
package org.disclosureledger.format.vectors;

import org.jspecify.annotations.NullMarked;
