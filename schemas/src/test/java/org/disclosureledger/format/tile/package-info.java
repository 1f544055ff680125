/** Tests beside what they test. */
@NullMarked
package org.disclosureledger.format.tile;

import org.jspecify.annotations.NullMarked;
