/** Projection: when each request was due and answered, and the figures from that. */
@NullMarked
package org.disclosureledger.service.turnaround;

import org.jspecify.annotations.NullMarked;
