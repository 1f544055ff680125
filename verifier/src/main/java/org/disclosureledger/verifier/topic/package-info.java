/** A ledger out of its Kafka topics alone. */
@NullMarked
package org.disclosureledger.verifier.topic;

import org.jspecify.annotations.NullMarked;
