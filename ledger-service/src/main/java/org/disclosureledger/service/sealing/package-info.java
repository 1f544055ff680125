/** Seals events into entries, orders them, and gives them back checked. */
@NullMarked
package org.disclosureledger.service.sealing;

import org.jspecify.annotations.NullMarked;
