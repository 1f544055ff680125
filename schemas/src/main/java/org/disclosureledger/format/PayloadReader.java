package org.disclosureledger.format;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.disclosureledger.format.JsonScanner.Token;
import org.jspecify.annotations.Nullable;

/** Reads a payload's members, in whatever order they stand. */
final class PayloadReader {
  /** The payload and the commitments in its {@code data}. */
  record Reading(EntryPayload payload, List<CommitmentSlot> slots) {}

  private static final Set<String> TEXT_MEMBERS =
      Set.of(
          "specversion",
          "id",
          "source",
          "type",
          "subject",
          "time",
          "recordedtime",
          "streamsequence",
          "previous",
          "actor",
          "actorrole",
          "correlationid",
          "causationid",
          "dataschema");
  private static final Pattern SEQUENCE = Pattern.compile("0|[1-9][0-9]{0,15}");

  private record Text(String value, int offset) {}

  private final byte[] json;
  private final JsonScanner scanner;
  private final Map<String, Text> texts = new HashMap<>();
  private byte @Nullable [] data;
  private List<CommitmentSlot> slots = List.of();

  private PayloadReader(byte[] json) {
    this.json = json;
    this.scanner = new JsonScanner(json);
  }

  /** Offsets in violations are those of {@code json}. */
  static Reading read(byte[] json) {
    PayloadReader reader = new PayloadReader(json);
    reader.members();
    return reader.reading();
  }

  private void members() {
    Token first = scanner.next();
    if (first != Token.OBJECT_START) {
      throw FormatRule.PAYLOAD_OBJECT.violation(scanner.start(), "the payload is no object");
    }
    while (scanner.next() == Token.NAME) {
      member(scanner.text(), scanner.start());
    }
    scanner.next();
  }

  private void member(String name, int nameStart) {
    if (DataScan.isReserved(name)) {
      throw FormatRule.COMMITMENT_PLACE.violation(nameStart, "commitments stand only inside data");
    }
    boolean isData = name.equals("data");
    if (!isData && !TEXT_MEMBERS.contains(name)) {
      throw FormatRule.PAYLOAD_MEMBER_UNKNOWN.violation(nameStart, "no member of an entry");
    }
    Token token = scanner.next();
    int start = scanner.start();
    if (token == Token.NULL) {
      throw FormatRule.PAYLOAD_MEMBER_NULL.violation(start, name + " is null, never allowed");
    }
    if (token != (isData ? Token.OBJECT_START : Token.STRING)) {
      throw FormatRule.PAYLOAD_MEMBER_TYPE.violation(
          start, name + " is not " + (isData ? "an object" : "a string"));
    }
    if (isData) {
      slots = DataScan.slots(scanner);
      data = Arrays.copyOfRange(json, start, scanner.end());
    } else {
      texts.put(name, new Text(scanner.text(), start));
    }
  }

  private Reading reading() {
    read("specversion", PayloadReader::specVersion);
    UUID id = read("id", PayloadReader::eventId);
    Origin source = read("source", Origin::new);
    Text type = text("type");
    StreamId subject = read("subject", StreamId::new);
    var time = read("time", FormatTime::parse);
    var recordedTime = read("recordedtime", FormatTime::parse);
    long sequence = read("streamsequence", PayloadReader::sequence);
    LeafHash previous = read("previous", PayloadReader::leafHash);
    Actor actor = read("actor", Actor::new);
    ActorRole role = read("actorrole", ActorRole::parse);
    UUID correlation = optional("correlationid");
    UUID causation = optional("causationid");
    Text schema = text("dataschema");
    if (data == null) {
      throw missing("data");
    }
    try {
      EntryPayload payload =
          new EntryPayload(
              id,
              source,
              type.value(),
              subject,
              time,
              recordedTime,
              sequence,
              previous,
              actor,
              role,
              correlation,
              causation,
              schema.value(),
              data);
      return new Reading(payload, slots);
    } catch (FormatException e) {
      // of what the record checks itself, only these two have not been read above
      throw e.at(e.rule().equals(FormatRule.EVENT_TYPE.id()) ? type.offset() : schema.offset());
    }
  }

  private Text text(String name) {
    Text text = texts.get(name);
    if (text == null) {
      throw missing(name);
    }
    return text;
  }

  private <T> T read(String name, Function<String, T> parser) {
    Text text = text(name);
    try {
      return parser.apply(text.value());
    } catch (FormatException e) {
      throw e.at(text.offset());
    }
  }

  private @Nullable UUID optional(String name) {
    return texts.containsKey(name)
        ? read(name, text -> UuidText.parse(text, FormatRule.UUID_TEXT))
        : null;
  }

  private FormatException missing(String name) {
    return FormatRule.PAYLOAD_MEMBER_MISSING.violation(json.length - 1L, name + " is missing");
  }

  private static String specVersion(String text) {
    if (!text.equals("1.0")) {
      throw FormatRule.SPEC_VERSION.violation(0, "specversion is 1.0");
    }
    return text;
  }

  private static UUID eventId(String text) {
    UUID id = UuidText.parse(text, FormatRule.EVENT_ID);
    if (!UuidText.is(id, 7)) {
      throw FormatRule.EVENT_ID.violation(0, "an event's id is a time-ordered UUID (version 7)");
    }
    return id;
  }

  private static long sequence(String text) {
    long sequence = SEQUENCE.matcher(text).matches() ? Long.parseLong(text) : -1;
    if (sequence < 0 || sequence > FormatLimits.MAX_SAFE_INTEGER) {
      throw FormatRule.STREAM_SEQUENCE.violation(0, "not a decimal from 0 to 2^53−1");
    }
    return sequence;
  }

  private static LeafHash leafHash(String text) {
    try {
      return LeafHash.parseBase64Url(text);
    } catch (FormatException e) {
      FormatException violation =
          FormatRule.LEAF_HASH.violation(0, "not 32 bytes in canonical base64url");
      violation.initCause(e);
      throw violation;
    }
  }
}
