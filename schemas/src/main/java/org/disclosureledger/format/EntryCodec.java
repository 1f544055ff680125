package org.disclosureledger.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes and reads entries, FORMAT §1. Signing and verifying are the caller's. */
public final class EntryCodec {
  private static final String HEADER_START = "{\"alg\":\"Ed25519\",\"kid\":\"";
  private static final String HEADER_END = "\",\"typ\":\"disclosure-entry+sd-jwt\"}";
  private static final int SIGNATURE_BYTES = 64;
  private static final int SIGNATURE_CHARACTERS = 86;
  private static final int KEY_ID_CHARACTERS = 43;

  private EntryCodec() {}

  /**
   * {@code header.payload} in ASCII, members in the order of FORMAT §1's table. Refuses what {@link
   * #parse} would refuse.
   */
  public static byte[] signingInput(KeyId signer, EntryPayload payload) {
    byte[] json = payloadJson(payload);
    PayloadReader.read(json);
    String header = HEADER_START + signer.value() + HEADER_END;
    String input =
        CanonicalBase64.encodeUrl(header.getBytes(StandardCharsets.US_ASCII))
            + '.'
            + CanonicalBase64.encodeUrl(json);
    checkLength(input.length() + 1L + SIGNATURE_CHARACTERS);
    return input.getBytes(StandardCharsets.US_ASCII);
  }

  /** The entry of a signing input and its 64-byte signature. */
  public static byte[] assemble(byte[] signingInput, byte[] signature) {
    if (signature.length != SIGNATURE_BYTES) {
      throw FormatRule.ENTRY_SIGNATURE_LENGTH.violation("an Ed25519 signature has 64 bytes");
    }
    byte[] entry = Arrays.copyOf(signingInput, signingInput.length + 1 + SIGNATURE_CHARACTERS);
    checkLength(entry.length);
    entry[signingInput.length] = '.';
    byte[] text = CanonicalBase64.encodeUrl(signature).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(text, 0, entry, signingInput.length + 1, text.length);
    return entry;
  }

  /**
   * Reads an entry strictly. A violation inside the payload is placed at the base64url character in
   * which the offending payload byte begins.
   */
  public static Entry parse(byte[] entry) {
    checkLength(entry.length);
    int firstDot = dot(entry, 0);
    int secondDot = dot(entry, firstDot + 1);
    for (int i = secondDot + 1; i < entry.length; i++) {
      if (entry[i] == '.') {
        throw FormatRule.ENTRY_STRUCTURE.violation(i, "more than three parts");
      }
    }
    KeyId keyId = header(entry, firstDot);
    byte[] json = CanonicalBase64.decodeUrl(entry, firstDot + 1, secondDot);
    byte[] signature = CanonicalBase64.decodeUrl(entry, secondDot + 1, entry.length);
    if (signature.length != SIGNATURE_BYTES) {
      throw FormatRule.ENTRY_SIGNATURE_LENGTH.violation(
          secondDot + 1L, "an Ed25519 signature has 64 bytes, not " + signature.length);
    }
    try {
      PayloadReader.Reading reading = PayloadReader.read(json);
      byte[] signingInput = Arrays.copyOf(entry, secondDot);
      return new Entry(entry, keyId, reading.payload(), signingInput, signature, reading.slots());
    } catch (FormatException e) {
      throw e.at(firstDot + 1 + e.offset() * 8 / 6);
    }
  }

  /** The commitments in a {@code data} object, by the rules of {@link #parse}. */
  public static List<CommitmentSlot> slots(byte[] data) {
    JsonScanner scanner = new JsonScanner(data);
    if (scanner.next() != JsonScanner.Token.OBJECT_START) {
      throw FormatRule.PAYLOAD_MEMBER_TYPE.violation(scanner.start(), "data is not an object");
    }
    List<CommitmentSlot> slots = DataScan.slots(scanner);
    scanner.next();
    return slots;
  }

  private static void checkLength(long length) {
    if (length < 1 || length > FormatLimits.MAX_ENTRY_BYTES) {
      throw FormatRule.ENTRY_LENGTH.violation("an entry has 1 to 65,535 bytes, not " + length);
    }
  }

  private static int dot(byte[] entry, int from) {
    for (int i = from; i < entry.length; i++) {
      if (entry[i] == '.') {
        return i;
      }
    }
    throw FormatRule.ENTRY_STRUCTURE.violation(entry.length, "fewer than three parts");
  }

  private static KeyId header(byte[] entry, int end) {
    byte[] decoded = CanonicalBase64.decodeUrl(entry, 0, end);
    String header = new String(decoded, StandardCharsets.ISO_8859_1);
    boolean framed =
        header.length() == HEADER_START.length() + KEY_ID_CHARACTERS + HEADER_END.length()
            && header.startsWith(HEADER_START)
            && header.endsWith(HEADER_END);
    if (!framed) {
      throw FormatRule.ENTRY_HEADER.violation(0, "the header's bytes are not the prescribed ones");
    }
    int keyIdStart = HEADER_START.length();
    try {
      return new KeyId(header.substring(keyIdStart, keyIdStart + KEY_ID_CHARACTERS));
    } catch (FormatException e) {
      throw e.at((keyIdStart + e.offset()) * 8 / 6);
    }
  }

  private static byte[] payloadJson(EntryPayload payload) {
    StringBuilder json = new StringBuilder(512);
    member(json.append('{'), "specversion", "1.0");
    member(json.append(','), "id", payload.id().toString());
    member(json.append(','), "source", payload.source().value());
    member(json.append(','), "type", payload.type());
    member(json.append(','), "subject", payload.subject().value());
    member(json.append(','), "time", FormatTime.format(payload.time()));
    member(json.append(','), "recordedtime", FormatTime.format(payload.recordedTime()));
    member(json.append(','), "streamsequence", Long.toString(payload.streamSequence()));
    member(json.append(','), "previous", payload.previous().toBase64Url());
    member(json.append(','), "actor", payload.actor().value());
    member(json.append(','), "actorrole", payload.actorRole().code());
    optional(json, "correlationid", payload.correlationId());
    optional(json, "causationid", payload.causationId());
    member(json.append(','), "dataschema", payload.dataSchema());
    json.append(",\"data\":");
    byte[] head = json.toString().getBytes(StandardCharsets.US_ASCII);
    byte[] data = payload.data();
    byte[] all = Arrays.copyOf(head, head.length + data.length + 1);
    System.arraycopy(data, 0, all, head.length, data.length);
    all[all.length - 1] = '}';
    return all;
  }

  /** Every value written here is of a checked alphabet without quote, backslash or control. */
  private static void member(StringBuilder json, String name, String value) {
    json.append('"').append(name).append("\":\"").append(value).append('"');
  }

  private static void optional(StringBuilder json, String name, @Nullable UUID value) {
    if (value != null) {
      member(json.append(','), name, value.toString());
    }
  }
}
