/** Entries: their bytes, their links, their limits. */
@NullMarked
package org.disclosureledger.format;

import org.jspecify.annotations.NullMarked;
