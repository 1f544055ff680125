/** What happened in a reconciliation. */
@NullMarked
@NamedInterface("event")
package org.disclosureledger.service.reconciliation.event;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
