/** Reads working calendars that come as iCalendar files (RFC 5545). */
@NullMarked
@ApplicationModule(allowedDependencies = {"envelope", "deadline", "form"})
package org.disclosureledger.service.calendarfile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
