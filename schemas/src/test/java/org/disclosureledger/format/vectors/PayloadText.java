package org.disclosureledger.format.vectors;

import java.nio.charset.StandardCharsets;
import org.disclosureledger.format.CanonicalBase64;
import org.disclosureledger.format.EntryCodec;

/** Payload texts with any flaw at all, signed as they are. */
final class PayloadText {
  static final String VALID =
      "{\"specversion\":\"1.0\","
          + "\"id\":\"01980000-0000-7000-8000-000000000001\","
          + "\"source\":\"ledger.example.vn/ent-01\","
          + "\"type\":\"com.example.note.taken.v1\","
          + "\"subject\":\"note/a\","
          + "\"time\":\"2026-07-01T00:00:01.000Z\","
          + "\"recordedtime\":\"2026-07-01T00:00:01.250Z\","
          + "\"streamsequence\":\"0\","
          + "\"previous\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\","
          + "\"actor\":\"8f14e45f-ceea-4a7d-9c3b-000000000001\","
          + "\"actorrole\":\"legal\","
          + "\"correlationid\":\"01980000-0000-7000-8000-0000000000aa\","
          + "\"dataschema\":\"https://example.com/schemas/note.taken.v1\","
          + "\"data\":{\"text\":\"D\"}}";

  private PayloadText() {}

  static String withData(String data) {
    return VALID.replace("{\"text\":\"D\"}", data);
  }

  static byte[] sign(byte[] payload) {
    String kid = SampleLedger.ENTRY.jwk().kid().value();
    return sign(
        "{\"alg\":\"Ed25519\",\"kid\":\"" + kid + "\",\"typ\":\"disclosure-entry+sd-jwt\"}",
        payload);
  }

  static byte[] sign(String header, byte[] payload) {
    String input =
        CanonicalBase64.encodeUrl(header.getBytes(StandardCharsets.UTF_8))
            + "."
            + CanonicalBase64.encodeUrl(payload);
    byte[] bytes = input.getBytes(StandardCharsets.US_ASCII);
    return EntryCodec.assemble(bytes, SampleLedger.ENTRY.sign(bytes));
  }

  /** Where a payload's byte begins in the entry of {@link #sign(byte[])}. */
  static long offset(long payloadOffset) {
    String entry = new String(sign(new byte[] {'{', '}'}), StandardCharsets.US_ASCII);
    return entry.indexOf('.') + 1 + payloadOffset * 8 / 6;
  }
}
