package org.disclosureledger.format.vectors;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.disclosureledger.format.CanonicalBase64;
import org.disclosureledger.format.Disclosure;
import org.disclosureledger.format.Entry;
import org.disclosureledger.format.EntryCodec;

/** Entries, their members, disclosures and keys. */
final class EntryVectors {
  private static final byte[] SALT = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f");

  private EntryVectors() {}

  static void add(Vectors vectors) {
    valid(vectors);
    frames(vectors);
    members(vectors);
    commitments(vectors);
    disclosures(vectors);
    keys(vectors);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void valid(Vectors vectors) {
    validEntry(vectors, "entry-plain", PayloadText.VALID);
    Disclosure name = new Disclosure(SALT, utf8("\"Nguyễn Văn Ví Dụ\""));
    Disclosure absent = new Disclosure(HexFormat.of().parseHex("f0".repeat(16)), utf8("null"));
    validEntry(
        vectors,
        "entry-commitments",
        PayloadText.withData(
            "{\"officer\":{\"_sd\":[\"%s\"]},\"targets\":[{\"ordinal\":1,\"identifier\":{\"_sd\":[\"%s\"]}}]}"
                .formatted(name.digest(), absent.digest())));
    vectors.put(
        "valid/entry-commitments/disclosures.jsonl",
        "{\"index\":0,\"disclosures\":[\"%s\",\"%s\"]}\n"
            .formatted(name.encoded(), absent.encoded()));
    validEntry(
        vectors,
        "entry-any-order-and-spacing",
        PayloadText.VALID
            .replace("{\"specversion\":\"1.0\",", "{ ")
            .replace("\"data\":", "\"specversion\" : \"1\\u002e0\",\n\t\"data\" : ")
            .replace("\"D\"", "[ -9007199254740991, 0, \"\\uD83D\\uDE00\", null ]"));
    vectors.valid(
        "disclosure",
        new Expected("disclosure")
            .with("digest", name.digest())
            .with("salt", CanonicalBase64.encodeUrl(SALT)),
        "disclosure.txt",
        utf8(name.encoded()));
    vectors.valid(
        "disclosures",
        new Expected("disclosures").with("index", 2),
        "disclosures.jsonl",
        utf8("{\"index\":2,\"disclosures\":[\"%s\"]}\n".formatted(name.encoded())));
    vectors.valid(
        "jwk",
        new Expected("jwk").with("kid", SampleLedger.ENTRY.jwk().kid().value()),
        "jwk.json",
        utf8(SampleLedger.ENTRY.jwk().toJson()));
  }

  private static void validEntry(Vectors vectors, String name, String payload) {
    byte[] bytes = PayloadText.sign(utf8(payload));
    Entry entry = EntryCodec.parse(bytes);
    vectors.valid(
        name,
        new Expected("entry")
            .with("leafHash", entry.leafHash().toBase64Url())
            .with("keyId", entry.keyId().value())
            .with("publicKey", CanonicalBase64.encodeUrl(SampleLedger.ENTRY.publicKey()))
            .with("subject", entry.payload().subject().value())
            .with(
                "slots", entry.slots().stream().map(s -> s.pointer() + " " + s.digest()).toList()),
        "entry.jws",
        bytes);
  }

  private static void frames(Vectors vectors) {
    byte[] entry = PayloadText.sign(utf8(PayloadText.VALID));
    String text = new String(entry, StandardCharsets.US_ASCII);
    int lastDot = text.lastIndexOf('.');
    String kid = SampleLedger.ENTRY.jwk().kid().value();
    entry(vectors, "entry-length", new byte[0], -1);
    entry(vectors, "entry-structure", utf8(text.substring(0, lastDot)), lastDot);
    entry(
        vectors,
        "entry-header",
        PayloadText.sign(
            "{\"alg\":\"EdDSA\",\"kid\":\"" + kid + "\",\"typ\":\"disclosure-entry+sd-jwt\"}",
            utf8(PayloadText.VALID)),
        0);
    entry(
        vectors,
        "key-id",
        PayloadText.sign(
            "{\"alg\":\"Ed25519\",\"kid\":\""
                + "A".repeat(42)
                + "B\",\"typ\":\"disclosure-entry+sd-jwt\"}",
            utf8(PayloadText.VALID)),
        (24 + 42) * 8 / 6);
    entry(vectors, "base64url", utf8(text + "="), text.length());
    byte[] shorter = Arrays.copyOf(SampleLedger.ENTRY.sign(new byte[0]), 63);
    entry(
        vectors,
        "entry-signature-length",
        utf8(text.substring(0, lastDot + 1) + CanonicalBase64.encodeUrl(shorter)),
        lastDot + 1L);
  }

  private static void entry(Vectors vectors, String rule, byte[] entry, long offset) {
    vectors.invalid(rule, "entry", "entry.jws", entry, offset);
  }

  /** The offset is that of {@code at} in the altered payload. */
  private static void altered(Vectors vectors, String rule, String from, String to, String at) {
    String payload = PayloadText.VALID.replace(from, to);
    long offset = utf8(payload.substring(0, payload.indexOf(at))).length;
    entry(vectors, rule, PayloadText.sign(utf8(payload)), PayloadText.offset(offset));
  }

  private static void members(Vectors vectors) {
    altered(vectors, "payload-object", PayloadText.VALID, "[]", "[");
    altered(vectors, "payload-member-unknown", "\"actor\":", "\"iss\":\"x\",\"actor\":", "\"iss\"");
    String lacking = PayloadText.VALID.replace("\"actorrole\":\"legal\",", "");
    entry(
        vectors,
        "payload-member-missing",
        PayloadText.sign(utf8(lacking)),
        PayloadText.offset(lacking.length() - 1L));
    altered(
        vectors, "payload-member-null", "\"01980000-0000-7000-8000-0000000000aa\"", "null", "null");
    altered(vectors, "payload-member-type", "\"0\",", "0 ,", "0 ,");
    altered(vectors, "spec-version", "\"1.0\"", "\"1.0.1\"", "\"1.0.1\"");
    altered(
        vectors,
        "event-id",
        "0000-7000-8000-000000000001",
        "0000-4000-8000-000000000001",
        "\"01980000-0000-4");
    altered(vectors, "event-type", "taken.v1\",", "taken.v01\",", "\"com.example");
    altered(vectors, "origin", "vn/ent-01", "vn/ENT-01", "\"ledger.example");
    altered(vectors, "stream-id", "note/a", "note/", "\"note/");
    altered(vectors, "timestamp", "07-01T00:00:01.000Z", "02-29T00:00:01.000Z", "\"2026-02-29");
    altered(vectors, "stream-sequence", "\"0\"", "\"00\"", "\"00\"");
    altered(vectors, "leaf-hash", "A\",\"actor\"", "B\",\"actor\"", "\"AAAAAAAA");
    altered(vectors, "actor", "-4a7d-", "-7a7d-", "\"8f14e45f");
    altered(vectors, "actor-role", "\"legal\"", "\"officer\"", "\"officer\"");
    altered(
        vectors,
        "uuid-text",
        "0000000000aa",
        "0000000000AA",
        "\"01980000-0000-7000-8000-0000000000AA");
    altered(vectors, "data-schema", "taken.v1\",\"data\"", "taken.v1#x\",\"data\"", "\"https:");
  }

  private static void commitments(Vectors vectors) {
    String digest = new Disclosure(SALT, utf8("1")).digest();
    String slot = "{\"_sd\":[\"" + digest + "\"]}";
    data(vectors, "commitment-place", slot, "\"_sd\"");
    data(vectors, "commitment-shape", "{\"a\":{\"_sd\":[\"" + digest + "\"],\"b\":1}}", "\"_sd\"");
    data(vectors, "commitment-digest", "{\"a\":{\"_sd\":[\"AAAA\"]}}", "\"AAAA\"");
    data(vectors, "commitment-array-element", "{\"a\":[" + slot + "]}", "\"_sd\"");
    String twice = "{\"b\":" + slot + ",\"a\":" + slot.replace("\"]}", "\" ]}") + "}";
    data(vectors, "commitment-repeated", twice, "\"" + digest + "\" ]");
    data(vectors, "commitment-reserved-name", "{\"a\":{\"...\":\"x\"}}", "\"...\"");
  }

  private static void data(Vectors vectors, String rule, String data, String at) {
    altered(vectors, rule, "{\"text\":\"D\"}", data, at);
  }

  private static void disclosures(Vectors vectors) {
    String salt = CanonicalBase64.encodeUrl(SALT);
    disclosure(vectors, "disclosure-shape", "[\"" + salt + "\",\"w\",1]", 26);
    disclosure(vectors, "disclosure-salt", "[\"" + salt.substring(1) + "\",\"v\",1]", 1);
    disclosure(vectors, "disclosure-reserved-name", "[\"" + salt + "\",\"v\",{\"_sd\":[]}]", 31);
    vectors.invalid(
        "disclosure-length", "disclosure", "disclosure.txt", utf8("A".repeat(65_536)), -1);
    lines(vectors);
  }

  private static void lines(Vectors vectors) {
    String text = new Disclosure(SALT, utf8("1")).encoded();
    String line = "{\"index\":2,\"disclosures\":[\"" + text + "\"]}\n";
    vectors.invalid(
        "disclosures-line", "disclosures", "disclosures.jsonl", utf8(line + line), line.length());
  }

  private static void disclosure(Vectors vectors, String rule, String json, long offset) {
    byte[] encoded = utf8(CanonicalBase64.encodeUrl(utf8(json)));
    vectors.invalid(rule, "disclosure", "disclosure.txt", encoded, offset * 8 / 6);
  }

  private static void keys(Vectors vectors) {
    String jwk = SampleLedger.ENTRY.jwk().toJson();
    vectors.invalid("jwk-shape", "jwk", "jwk.json", utf8(jwk.replace("{", "{\"use\":\"sig\",")), 1);
    String kid = SampleLedger.ENTRY.jwk().kid().value();
    String other = SampleLedger.AUTHORITY.jwk().kid().value();
    vectors.invalid("jwk-thumbprint", "jwk", "jwk.json", utf8(jwk.replace(kid, other)), 0);
  }
}
