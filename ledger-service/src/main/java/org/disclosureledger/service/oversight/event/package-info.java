/** What happened to an inspection, drill or voluntary report. */
@NullMarked
@NamedInterface("event")
package org.disclosureledger.service.oversight.event;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
