package org.disclosureledger.format;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** One invented payload, and entries of any payload text at all. */
final class SampleEntry {
  static final KeyId KEY = new KeyId("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
  static final String DIGEST_A = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
  static final String DIGEST_B = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE";

  /** Every member in the order of the table. */
  static final String JSON =
      "{\"specversion\":\"1.0\","
          + "\"id\":\"01980000-0000-7000-8000-000000000001\","
          + "\"source\":\"ledger.example.vn/ent-01\","
          + "\"type\":\"org.disclosureledger.request.recorded.v1\","
          + "\"subject\":\"request/01980000-0000-7000-8000-000000000002\","
          + "\"time\":\"2026-07-01T02:03:04.005Z\","
          + "\"recordedtime\":\"2026-07-01T02:03:05.006Z\","
          + "\"streamsequence\":\"0\","
          + "\"previous\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\","
          + "\"actor\":\"8f14e45f-ceea-4a7d-9c3b-000000000003\","
          + "\"actorrole\":\"legal\","
          + "\"correlationid\":\"01980000-0000-7000-8000-000000000004\","
          + "\"causationid\":\"01980000-0000-7000-8000-000000000005\","
          + "\"dataschema\":\"https://disclosureledger.example/events/request.recorded.v1\","
          + "\"data\":{\"channel\":\"POST\",\"officer\":{\"_sd\":[\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"]}}}";

  static final EntryPayload PAYLOAD =
      new EntryPayload(
          UUID.fromString("01980000-0000-7000-8000-000000000001"),
          new Origin("ledger.example.vn/ent-01"),
          "org.disclosureledger.request.recorded.v1",
          new StreamId("request/01980000-0000-7000-8000-000000000002"),
          Instant.parse("2026-07-01T02:03:04.005Z"),
          Instant.parse("2026-07-01T02:03:05.006Z"),
          0,
          LeafHash.ZERO,
          new Actor("8f14e45f-ceea-4a7d-9c3b-000000000003"),
          ActorRole.LEGAL,
          UUID.fromString("01980000-0000-7000-8000-000000000004"),
          UUID.fromString("01980000-0000-7000-8000-000000000005"),
          "https://disclosureledger.example/events/request.recorded.v1",
          ("{\"channel\":\"POST\",\"officer\":{\"_sd\":[\"" + DIGEST_A + "\"]}}")
              .getBytes(StandardCharsets.UTF_8));

  private SampleEntry() {}

  static String header() {
    return "{\"alg\":\"Ed25519\",\"kid\":\"" + KEY + "\",\"typ\":\"disclosure-entry+sd-jwt\"}";
  }

  /** An entry of these parts with a signature of zeros. */
  static byte[] entry(String header, byte[] payload) {
    return (CanonicalBase64.encodeUrl(header.getBytes(StandardCharsets.UTF_8))
            + "."
            + CanonicalBase64.encodeUrl(payload)
            + "."
            + "A".repeat(86))
        .getBytes(StandardCharsets.US_ASCII);
  }

  static byte[] entry(byte[] payload) {
    return entry(header(), payload);
  }

  /** The sample payload with its data replaced. */
  static String withData(String data) {
    return JSON.substring(0, JSON.indexOf("{\"channel\"")) + data + "}";
  }
}
