/**
 * Steps of what goes on, told to a collector of OpenTelemetry where one is configured, across
 * threads, processes and brokers. Names are ours, and tags are ledgers' names and counts: never
 * what a command says.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.disclosureledger.service.trace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
