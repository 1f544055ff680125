/** Where the brokers are, how they are spoken to, and what the topics are called. */
@NullMarked
@ApplicationModule(allowedDependencies = {"database"})
package org.disclosureledger.service.kafka;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
