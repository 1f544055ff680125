/** Tests and benchmark of the append path against a real PostgreSQL. */
@NullMarked
package org.disclosureledger.service.sealing;

import org.jspecify.annotations.NullMarked;
