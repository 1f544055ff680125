package org.disclosureledger.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EntryCodecTest {
  private static final byte[] ENTRY =
      SampleEntry.entry(SampleEntry.JSON.getBytes(StandardCharsets.UTF_8));
  private static final int HEADER_LENGTH =
      CanonicalBase64.encodeUrl(SampleEntry.header().getBytes(StandardCharsets.UTF_8)).length();

  @Test
  void whatIsWrittenIsReadBack() {
    byte[] input = EntryCodec.signingInput(SampleEntry.KEY, SampleEntry.PAYLOAD);
    byte[] bytes = EntryCodec.assemble(input, new byte[64]);
    Entry entry = EntryCodec.parse(bytes);
    assertThat(bytes).isEqualTo(ENTRY);
    assertThat(entry.bytes()).isEqualTo(bytes);
    assertThat(entry.payload()).isEqualTo(SampleEntry.PAYLOAD);
    assertThat(entry.keyId()).isEqualTo(SampleEntry.KEY);
    assertThat(entry.signingInput()).isEqualTo(input);
    assertThat(entry.signature()).isEqualTo(new byte[64]);
    assertThat(entry.leafHash()).isEqualTo(LeafHash.ofEntry(bytes));
    assertThat(entry.slots()).containsExactly(new CommitmentSlot("/officer", SampleEntry.DIGEST_A));
  }

  @Test
  void membersMayStandInAnyOrderWithAnySpacingAndDataKeepsItsBytes() {
    String data = "{ \"a\" : [1,\t{\"b\\u0020\":null}] }";
    String reordered =
        SampleEntry.withData("{}")
            .replace("{\"specversion\":\"1.0\",", "{ \"data\" :" + data + ",")
            .replace(",\"data\":{}", "\n, \"specversion\":\"1\\u002e0\" ");
    Entry entry = EntryCodec.parse(SampleEntry.entry(reordered.getBytes(StandardCharsets.UTF_8)));
    assertThat(new String(entry.payload().data(), StandardCharsets.UTF_8)).isEqualTo(data);
  }

  @Test
  void correlationAndCausationMayBeAbsent() {
    String json = SampleEntry.JSON.replaceAll("\"c[a-z]+id\":\"[^\"]+\",", "");
    Entry entry = EntryCodec.parse(SampleEntry.entry(json.getBytes(StandardCharsets.UTF_8)));
    assertThat(entry.payload().correlationId()).isNull();
    assertThat(entry.payload().causationId()).isNull();
    assertThat(
            new String(
                EntryCodec.assemble(
                    EntryCodec.signingInput(SampleEntry.KEY, entry.payload()), new byte[64]),
                StandardCharsets.US_ASCII))
        .isEqualTo(new String(entry.bytes(), StandardCharsets.US_ASCII));
  }

  static Stream<Arguments> alteredPayloads() {
    return Rejections.of(
        """
        "specversion":"1.0" → "specversion":"1.1"       spec-version            15
        "specversion":"1.0" → "specversion":1           payload-member-type     15
        "specversion":"1.0", → «»                       payload-member-missing  -1
        "specversion" → "datacontenttype"               payload-member-unknown  1
        "specversion" → "iss"                           payload-member-unknown  1
        "specversion" → "_sd_alg"                       commitment-place        1
        "specversion" → "_sd"                           commitment-place        1
        {"specversion" → {"specversion":"1.0","specversion"  json-duplicate-name     21
        0000-7000-8000-000000000001 → 0000-4000-8000-000000000001  event-id     26
        0000-7000-8000-000000000001 → 0000-7000-c000-000000000001  event-id     26
        0000-7000-8000-000000000001 → 0000-7000-8000-00000000000A  event-id     26
        0000-7000-8000-000000000001 → 000-7000-8000-0000000000001  event-id     26
        0000-7000-8000-000000000001","source" → 0000-7000-8000-000000000001","sub":"","source"  payload-member-unknown  65
        "source":"ledger → "source":"Ledger             origin                  74
        "source":"ledger.example.vn/ent-01" → "source":null  payload-member-null  74
        vn/ent-01 → vn/ent-01/                          origin                  74
        "source":"ledger.ex → "source":"ledger_ex        origin                  74
        vn/ent-01 → vn//ent-01                          origin                  74
        vn/ent-01 → vn/ent+01                           origin                  74
        vn/ent-01 → vn/«61×300»                         origin                  74
        recorded.v1 → recorded.v0                       event-type              108
        recorded.v1 → recorded.v01                      event-type              108
        recorded.v1 → recorded.v1234567890              event-type              108
        recorded.v1 → recorded                          event-type              108
        recorded.v1 → Recorded.v1                       event-type              108
        recorded.v1", → recorded..v1",                  event-type              108
        recorded.v1", → «61×128».v1",                   event-type              108
        "subject":"request/ → "subject":"request//      stream-id               161
        "subject":"request/ → "subject":"request2/      stream-id               161
        "subject":"request/ → "subject":"/request/      stream-id               161
        "subject":"request/ → "subject":"request/A      stream-id               161
        "subject":"request/ → "subject":"request/«61×128»  stream-id            161
        "time":"2026-07-01T → "time":"2026-02-29T       timestamp               215
        "time":"2026-07-01T → "time":"2026-02-30T       timestamp               215
        "time":"2026-07-01T → "time":"2026-06-31T       timestamp               215
        "time":"2026-07-01T → "time":"2026-13-01T       timestamp               215
        "time":"2026-07-01T → "time":"2026-00-01T       timestamp               215
        "time":"2026-07-01T → "time":"+2026-07-01T      timestamp               215
        "time":"2026-07-01T → "time":"2026-07-01t       timestamp               215
        "time":"2026-07-01T → "time":"2026-07-01«20»    timestamp               215
        02:03:04.005Z → 24:00:00.000Z                   timestamp               215
        02:03:04.005Z → 02:60:04.005Z                   timestamp               215
        02:03:04.005Z → 23:59:60.000Z                   timestamp               215
        02:03:04.005Z → 02:03:04.05Z                    timestamp               215
        02:03:04.005Z → 02:03:04.0050Z                  timestamp               215
        02:03:04.005Z → 02:03:04Z                       timestamp               215
        02:03:04.005Z → 02:03:04,005Z                   timestamp               215
        02:03:04.005Z → 02:03:04.005z                   timestamp               215
        02:03:04.005Z → 02:03:04.005+00:00              timestamp               215
        02:03:05.006Z → 02:03:60.006Z                   timestamp               257
        "streamsequence":"0" → "streamsequence":0       payload-member-type     301
        "streamsequence":"0" → "streamsequence":"00"    stream-sequence         301
        "streamsequence":"0" → "streamsequence":"-1"    stream-sequence         301
        "streamsequence":"0" → "streamsequence":"+1"    stream-sequence         301
        "streamsequence":"0" → "streamsequence":""      stream-sequence         301
        "streamsequence":"0" → "streamsequence":"9007199254740992"  stream-sequence  301
        "previous":"A → "previous":"                    leaf-hash               316
        "previous":"A → "previous":"AAAAA               leaf-hash               316
        AAA","actor" → AAB","actor"                     leaf-hash               316
        AAA","actor" → AA=","actor"                     leaf-hash               316
        "actor":"8f14e45f-ceea-4a7d → "actor":"8f14e45f-ceea-7a7d  actor        370
        "actor":"8f14e45f-ceea-4a7d → "actor":"8F14E45F-CEEA-4A7D  actor        370
        "actor":"8f14e45f-ceea-4a7d-9c3b → "actor":"8f14e45f-ceea-4a7d-1c3b  actor  370
        "actor":"8f14e45f-ceea-4a7d-9c3b-000000000003" → "actor":"System"  actor  370
        "actorrole":"legal" → "actorrole":"Legal"       actor-role              421
        "actorrole":"legal" → "actorrole":"officer"     actor-role              421
        "correlationid":"01980000- → "correlationid":"01980000  uuid-text       445
        "correlationid":"01980000-0000-7000-8000-000000000004" → "correlationid":null  payload-member-null  445
        "causationid":"01980000-0000 → "causationid":"01980000-000G  uuid-text  498
        https: → ://                                    data-schema             550
        https: → «»                                     data-schema             550
        https: → 1https:                                data-schema             550
        "https://disclosureledger.example/events/request.recorded.v1" → "x:"  data-schema  550
        events/request.recorded.v1 → events#request     data-schema             550
        events/request.recorded.v1 → events%zz          data-schema             550
        events/request.recorded.v1 → events%2           data-schema             550
        events/request.recorded.v1 → events request     data-schema             550
        events/request.recorded.v1 → évents             data-schema             550
        "data":{"channel" → "data":[{"channel"          payload-member-type     619
        "channel":"POST" → "channel":1.5                json-number             630
        "channel":"POST" → "channel":"POST",«22»channel":"POST"  json-duplicate-name  637
        "channel":"POST" → "channel":"\\uD800"          json-surrogate          631
        "channel":"POST" → "channel":[[[[[[[[[[[[[[[1   json-depth              644
        }}} → }}}«20»                                   json-trailing           704
        }}} → }}                                        json-syntax             703
        {"specversion" → «EFBBBF»{"specversion"         json-bom                0
        {"specversion" → {"\\u0073pecversion":"1.0","specversion"  json-duplicate-name  26
        """);
  }

  @ParameterizedTest
  @MethodSource("alteredPayloads")
  void anAlteredPayloadIsRejectedAtThePlaceInTheEntry(String change, String rule, long offset) {
    String[] sides = change.replace("«»", "").split(" → ?", 2);
    assertThat(SampleEntry.JSON).contains(sides[0].strip());
    String altered = SampleEntry.JSON.replace(sides[0].strip(), sides[1]);
    byte[] payload = Rejections.bytes(altered);
    long place = offset < 0 ? payload.length - 1 : offset;
    Rejections.assertRejected(
        SampleEntry.entry(payload), EntryCodec::parse, rule, HEADER_LENGTH + 1 + place * 8 / 6);
  }

  @ParameterizedTest
  @CsvSource({
    "specversion, 1",
    "id, 2",
    "source, 3",
    "type, 4",
    "subject, 5",
    "time, 6",
    "recordedtime, 7",
    "streamsequence, 8",
    "previous, 9",
    "actor, 10",
    "actorrole, 11",
    "dataschema, 12"
  })
  void aMissingMemberIsNamed(String member, int ignoredOrder) {
    byte[] payload =
        SampleEntry.JSON
            .replaceFirst("\"" + member + "\":\"[^\"]*\",", "")
            .getBytes(StandardCharsets.UTF_8);
    FormatException e =
        catchThrowableOfType(
            FormatException.class, () -> EntryCodec.parse(SampleEntry.entry(payload)));
    assertThat(e.rule()).isEqualTo("payload-member-missing");
    assertThat(e).hasMessageContaining(member);
  }

  @Test
  void missingDataIsNamed() {
    String json = SampleEntry.withData("{}").replace(",\"data\":{}", "");
    FormatException e =
        catchThrowableOfType(
            FormatException.class,
            () -> EntryCodec.parse(SampleEntry.entry(json.getBytes(StandardCharsets.UTF_8))));
    assertThat(e.rule()).isEqualTo("payload-member-missing");
  }

  @ParameterizedTest
  @CsvSource({"[], payload-object", "1, payload-object", "'\"a\"', payload-object"})
  void aPayloadThatIsNoObjectIsRejected(String json, String rule) {
    Rejections.assertRejected(
        SampleEntry.entry(json.getBytes(StandardCharsets.UTF_8)),
        EntryCodec::parse,
        rule,
        HEADER_LENGTH + 1);
  }

  static Stream<Arguments> alteredHeaders() {
    String header = SampleEntry.header();
    return Stream.of(
        Arguments.of(header.replace(":\"Ed25519\"", ": \"Ed25519\""), "entry-header", 0),
        Arguments.of(header.replace("Ed25519", "EdDSA"), "entry-header", 0),
        Arguments.of(header.replace("Ed25519", "none"), "entry-header", 0),
        Arguments.of(header.replace("disclosure-entry+sd-jwt", "JWT"), "entry-header", 0),
        Arguments.of(header.replace("}", ",\"crit\":[\"x\"]}"), "entry-header", 0),
        Arguments.of(header.replace("}", "} "), "entry-header", 0),
        Arguments.of(header.replace("S4k\"", "S4k=\""), "entry-header", 0),
        Arguments.of(header.replace("S4k\"", "S4\""), "entry-header", 0),
        Arguments.of(header.replace("S4k\"", "S4l\""), "key-id", (24 + 42) * 8 / 6),
        Arguments.of(header.replace("kPrK", "kPr+"), "key-id", (24 + 3) * 8 / 6),
        Arguments.of("", "entry-header", 0));
  }

  @ParameterizedTest
  @MethodSource("alteredHeaders")
  void anAlteredHeaderIsRejected(String header, String rule, long offset) {
    byte[] entry = SampleEntry.entry(header, SampleEntry.JSON.getBytes(StandardCharsets.UTF_8));
    Rejections.assertRejected(entry, EntryCodec::parse, rule, offset);
  }

  @Test
  void theFrameIsStrict() {
    String entry = new String(ENTRY, StandardCharsets.US_ASCII);
    int payload = entry.indexOf('.') + 1;
    int signature = entry.lastIndexOf('.') + 1;
    int end = entry.length();
    reject("", "entry-length", -1);
    reject("x".repeat(65_536), "entry-length", -1);
    reject(entry.substring(0, payload - 1), "entry-structure", payload - 1);
    reject(entry.substring(0, signature - 1), "entry-structure", signature - 1);
    reject(entry + ".", "entry-structure", end);
    reject(entry + "~", "base64url", end);
    reject(entry + "\n", "base64url", end);
    reject(entry + "=", "base64url", end);
    reject(" " + entry, "base64url", 0);
    reject(entry.substring(0, end - 1), "base64url", end - 1);
    reject(entry.substring(0, end - 1) + "B", "base64url", end - 1);
    reject(entry.substring(0, end - 2), "entry-signature-length", signature);
    reject(entry + "AA", "entry-signature-length", signature);
    reject(entry.substring(0, signature), "entry-signature-length", signature);
    reject(entry.replace(".ey", ".+y"), "base64url", payload);
    reject(entry.replace(".ey", ".é"), "base64url", payload);
  }

  private static void reject(String entry, String rule, long offset) {
    Rejections.assertRejected(
        entry.getBytes(StandardCharsets.ISO_8859_1), EntryCodec::parse, rule, offset);
  }

  @Test
  void anEntryOfTheLargestSizeIsAcceptedAndOneByteMoreIsNot() {
    int frame = HEADER_LENGTH + 1 + 1 + 86;
    int payloadBytes = (65_535 - frame) * 6 / 8;
    String empty = SampleEntry.withData("{\"a\":\"\"}");
    String text = "x".repeat(payloadBytes - empty.length());
    byte[] largest =
        SampleEntry.withData("{\"a\":\"" + text + "\"}").getBytes(StandardCharsets.UTF_8);
    assertThat(EntryCodec.parse(SampleEntry.entry(largest)).bytes().length)
        .isBetween(65_534, 65_535);
    EntryPayload parsed = EntryCodec.parse(SampleEntry.entry(largest)).payload();
    assertThat(EntryCodec.signingInput(SampleEntry.KEY, parsed)).isNotEmpty();
    EntryPayload larger = withData(("{\"a\":\"" + text + "xy\"}"));
    FormatException e =
        catchThrowableOfType(
            FormatException.class, () -> EntryCodec.signingInput(SampleEntry.KEY, larger));
    assertThat(e.rule()).isEqualTo("entry-length");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\":1.5} | json-number",
        "[] | payload-member-type",
        "{\"a\":1,\"a\":2} | json-duplicate-name",
        "{\"...\":1} | commitment-reserved-name",
        "{} {} | json-syntax",
        "{},\"iss\":\"x\" | payload-member-unknown"
      })
  void theWriterRefusesWhatTheReaderWould(String data, String rule) {
    FormatException e =
        catchThrowableOfType(
            FormatException.class, () -> EntryCodec.signingInput(SampleEntry.KEY, withData(data)));
    assertThat(e.rule()).isEqualTo(rule);
  }

  private static EntryPayload withData(String data) {
    EntryPayload p = SampleEntry.PAYLOAD;
    return new EntryPayload(
        p.id(),
        p.source(),
        p.type(),
        p.subject(),
        p.time(),
        p.recordedTime(),
        p.streamSequence(),
        p.previous(),
        p.actor(),
        p.actorRole(),
        p.correlationId(),
        p.causationId(),
        p.dataSchema(),
        data.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aPayloadCarriesOnlyTheMillisecondsThatAreWritten() {
    Instant precise = Instant.parse("2026-07-01T02:03:04.005999999Z");
    assertThat(FormatTime.format(precise)).isEqualTo("2026-07-01T02:03:04.005Z");
    assertThat(FormatTime.parse(FormatTime.format(precise)))
        .isEqualTo(Instant.parse("2026-07-01T02:03:04.005Z"));
  }

  @Test
  void anyDamageEitherBreaksARuleOrShowsInTheBytes() {
    long seed = new Random().nextLong();
    System.out.println("EntryCodecTest seed " + seed);
    Random random = new Random(seed);
    int parsed = 0;
    for (int round = 0; round < 100_000; round++) {
      byte[] damaged = Mutations.mutate(ENTRY, random);
      try {
        Entry entry = EntryCodec.parse(damaged);
        parsed++;
        byte[] again = EntryCodec.assemble(entry.signingInput(), entry.signature());
        assertThat(again).as("seed %d round %d", seed, round).isEqualTo(damaged);
        boolean same = Arrays.equals(damaged, ENTRY);
        assertThat(entry.leafHash().equals(LeafHash.ofEntry(ENTRY))).isEqualTo(same);
      } catch (FormatException e) {
        assertThat(e.offset()).isBetween(-1L, (long) damaged.length);
      }
    }
    assertThat(parsed).isGreaterThan(100);
  }
}
