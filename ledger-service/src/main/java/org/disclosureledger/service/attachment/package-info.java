/** Documents beside the entries: checked, encrypted, one object a document of a request. */
@NullMarked
@ApplicationModule(allowedDependencies = {"envelope", "database", "disclosure"})
package org.disclosureledger.service.attachment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
