package org.disclosureledger.service.wire;

import java.util.UUID;

/** Fresh ids of requests: UUIDv7 (RFC 9562), so that a request's stream sorts by its recording. */
@FunctionalInterface
public interface RequestIds {
  UUID next();
}
