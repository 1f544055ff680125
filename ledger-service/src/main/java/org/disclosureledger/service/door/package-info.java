/** The connection itself: what is cut before anything is asked, and what every answer says. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.disclosureledger.service.door;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
