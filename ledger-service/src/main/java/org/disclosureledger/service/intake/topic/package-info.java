/** Kafka in: requests that agencies' portals or mail gateways put into a ledger's intake topic. */
@NullMarked
package org.disclosureledger.service.intake.topic;

import org.jspecify.annotations.NullMarked;
