/** What travels with a command and an event; imported by every room, imports only the format. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.disclosureledger.service.envelope;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
