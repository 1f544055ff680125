package org.disclosureledger.service.intake.topic;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.disclosureledger.service.wire.InputRefused;
import org.disclosureledger.service.wire.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * What came through a topic, in the binary mode of CloudEvents 1.0 over Kafka (§3.2): attributes as
 * headers, the command's body as value.
 *
 * @param id {@code ce_id}, unique within its source: the message id
 * @param source {@code ce_source}: which portal or gateway it is from
 * @param body JSON of the command
 */
@SuppressWarnings("ArrayRecordComponent") // made for one message, never compared
record IntakeMessage(String id, String source, byte[] body) {
  /** The one type there is. */
  static final String TYPE = "org.disclosureledger.intake.request.v1";

  private static final Pattern ID = Pattern.compile("[!-\"$-~]{1,100}");
  private static final Pattern SOURCE = Pattern.compile("[!-~]{1,99}");

  /** The id if it has the form of one. */
  static @Nullable String id(ConsumerRecord<byte[], byte[]> record) {
    String id = header(record, "ce_id");
    return id != null && ID.matcher(id).matches() ? id : null;
  }

  /**
   * @throws InputRefused when it is no message, or of another type
   */
  static IntakeMessage of(ConsumerRecord<byte[], byte[]> record) {
    String id = id(record);
    String source = header(record, "ce_source");
    if (id == null || source == null || !SOURCE.matcher(source).matches()) {
      throw new InputRefused(
          ProblemType.INVALID_IDEMPOTENCY_KEY,
          "ce_id and ce_source, of visible ASCII characters, up to 100 without # and up to 99");
    }
    if (!TYPE.equals(header(record, "ce_type"))) {
      throw new InputRefused(ProblemType.UNKNOWN_MESSAGE_TYPE, "ce_type is " + TYPE);
    }
    if (record.value() == null) {
      throw new InputRefused(ProblemType.MALFORMED_JSON, "there is no body");
    }
    return new IntakeMessage(id, source, record.value());
  }

  /** An id has no number sign, so that no two pairs are the same key. */
  String key() {
    return id + "#" + source;
  }

  private static @Nullable String header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    if (header == null || header.value() == null) {
      return null;
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(header.value())).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  /** Without the body. */
  @Override
  public String toString() {
    return "IntakeMessage";
  }
}
