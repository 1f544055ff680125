/** Lines of comma-separated values that a spreadsheet opens and does not run; no I/O. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.disclosureledger.service.csv;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
