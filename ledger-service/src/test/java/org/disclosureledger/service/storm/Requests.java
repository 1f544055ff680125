package org.disclosureledger.service.storm;

import static org.disclosureledger.service.storm.Reply.done;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

/** Plainly invented commands, each marked in clear by a number of its own. */
final class Requests {
  /** Where requests of a ledger are recorded. */
  static String path(String ledger) {
    return "/api/v1/ledgers/" + ledger + "/requests";
  }

  static String path(String ledger, UUID request, String command) {
    return path(ledger) + "/" + request + "/" + command;
  }

  private Requests() {}

  /**
   * Records a request and an order of this text with it.
   *
   * @return its path
   */
  static String withDocument(ServiceClient legal, String body, String text) throws IOException {
    Reply recorded = done(legal.post(path("demo"), body));
    String request = path("demo") + "/" + recorded.json().path("requestId").asString();
    done(
        legal.post(
            request + "/documents?purpose=ORDER",
            BodyPublishers.ofString(text),
            Map.of(
                "Content-Type",
                "application/octet-stream",
                "Content-Disposition",
                "attachment; filename=\"a.txt\"")));
    return request;
  }

  /** The agency takes it back, and it is closed. */
  static void close(ServiceClient legal, String request) throws IOException {
    done(legal.post(request + "/cancel", "{\"reason\":\"Cơ quan rút (ví dụ)\"}"));
    done(legal.post(request + "/close", "{}"));
  }

  /** A request for subscriber data; {@code serial} stands in the entry as maximumRecords. */
  static String record(long serial) {
    return record("\"maximumRecords\":" + serial + ",", "{\"identifier\":\"0900000001\"}");
  }

  /** The same about a number of its own: no request of a storm repeats another. */
  static String recordOfItsOwn(long serial) {
    return record(
        "\"maximumRecords\":" + serial + ",",
        "{\"identifier\":\"0900%06d\"}".formatted(serial % 1_000_000));
  }

  /**
   * @param more members of the one item, each with its comma
   * @param targets of that item, separated by commas
   */
  static String record(String more, String targets) {
    return recordItems(
        """
        {"kind":"SUBSCRIBER_DATA",%s"targets":[%s],"fields":["SUBSCRIBER_NAME"]}\
        """
            .formatted(more, targets));
  }

  /**
   * @param items separated by commas
   */
  static String recordItems(String items) {
    return """
    {"receivedAt":"%s","channel":"EMAIL",
     "requestingAgency":{"code":"CA-TINH-01","kind":"PROVINCIAL_POLICE"},
     "documentNumber":"1/VD","subject":"Ví dụ","caseType":"CRIMINAL",
     "urgency":"NORMAL","secrecy":"NORMAL",
     "items":[%s]}\
    """
        .formatted(anHourAgo(), items);
  }

  static Instant anHourAgo() {
    return Instant.now().minus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MILLIS);
  }

  static String verifyAuthority(boolean verified) {
    return """
    {"method":"SEAL_OR_DOCUMENT","outcome":"%s","note":"đối chiếu con dấu"}\
    """
        .formatted(verified ? "VERIFIED" : "REFUTED");
  }

  /**
   * Legal at any time before closing; {@code serial} stands in the entry as the contact, which need
   * not be one of the register to refute.
   */
  static String refuteAuthority(long serial) {
    return """
    {"method":"SEAL_OR_DOCUMENT","contact":"%s","outcome":"REFUTED","note":"gọi lại"}\
    """
        .formatted(contact(serial));
  }

  private static UUID contact(long serial) {
    return new UUID(0x4000L, Long.MIN_VALUE | serial);
  }

  /** The serial in the contact of such a command. */
  static long serialOf(String contact) {
    return UUID.fromString(contact).getLeastSignificantBits() & Long.MAX_VALUE;
  }
}
