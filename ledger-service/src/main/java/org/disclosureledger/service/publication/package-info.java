/** Kafka out: what is committed and under a signed checkpoint goes to the brokers, in order. */
@NullMarked
@ApplicationModule(allowedDependencies = {"database", "kafka", "sealing", "trace"})
package org.disclosureledger.service.publication;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
