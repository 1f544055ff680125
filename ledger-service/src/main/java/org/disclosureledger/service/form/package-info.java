/** The form of what a caller gives, the same for every family of commands; knows no state. */
@NullMarked
@ApplicationModule(allowedDependencies = "envelope")
package org.disclosureledger.service.form;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
