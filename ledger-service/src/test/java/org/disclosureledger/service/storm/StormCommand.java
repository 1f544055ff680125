package org.disclosureledger.service.storm;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;

/**
 * One command, to be delivered as often as it takes.
 *
 * @param serial unique among the commands of a test; stands in clear in the command's first entry
 */
record StormCommand(long serial, String path, String body) {
  private static final AtomicLong SERIALS = new AtomicLong();

  /** What the service answered: the command's entries have their places. */
  record Answer(
      UUID requestId,
      long firstLeafIndex,
      int entryCount,
      String registerNumber,
      boolean replayed) {
    static Answer of(Reply reply) {
      JsonNode json = reply.json();
      return new Answer(
          UUID.fromString(json.path("requestId").asString()),
          json.path("firstLeafIndex").asLong(),
          json.path("entryCount").asInt(),
          json.path("registerNumber").asString(""),
          reply.header("Idempotency-Replayed").equals("true"));
    }

    /** The same answer, whether first or repeated. */
    boolean saysTheSameAs(Answer other) {
      return requestId.equals(other.requestId)
          && firstLeafIndex == other.firstLeafIndex
          && entryCount == other.entryCount
          && registerNumber.equals(other.registerNumber);
    }
  }

  static StormCommand record(String ledger) {
    long serial = SERIALS.incrementAndGet();
    return new StormCommand(serial, Requests.path(ledger), Requests.recordOfItsOwn(serial));
  }

  static StormCommand refuteAuthority(String ledger, UUID request) {
    long serial = SERIALS.incrementAndGet();
    return new StormCommand(
        serial,
        Requests.path(ledger, request, "verify-authority"),
        Requests.refuteAuthority(serial));
  }

  /** Sends it under its own key. */
  Reply send(ServiceClient client) throws IOException {
    return client.post(path, body, Map.of("Idempotency-Key", "storm-" + serial));
  }
}
