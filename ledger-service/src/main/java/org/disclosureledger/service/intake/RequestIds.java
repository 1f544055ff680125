package org.disclosureledger.service.intake;

import java.util.UUID;

/** Fresh ids of requests: UUIDv7 (RFC 9562), so that a request's stream sorts by its recording. */
@FunctionalInterface
interface RequestIds {
  UUID next();
}
