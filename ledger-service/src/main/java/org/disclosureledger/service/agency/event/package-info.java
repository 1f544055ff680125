/** What happened to an agency of the register. */
@NullMarked
@NamedInterface("event")
package org.disclosureledger.service.agency.event;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
