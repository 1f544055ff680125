/** What happened to a report. */
@NullMarked
@NamedInterface("event")
package org.disclosureledger.service.report.event;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
