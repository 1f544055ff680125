/**
 * PostgreSQL: where it is, its three roles, the embedded one; every room that stores stands on it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.disclosureledger.service.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
