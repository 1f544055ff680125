package org.disclosureledger.service.intake.topic;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.disclosureledger.service.envelope.RefusalRule;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was not taken: message id, where it stands and which rule refused it. Nothing of its
 * content, which its sender has and nobody else needs.
 */
final class DeadLetters {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Producer<String, byte[]> producer;

  DeadLetters(Producer<String, byte[]> producer) {
    this.producer = producer;
  }

  /** Returns once the brokers have it: before that, the message counts as not dealt with. */
  void put(String topic, ConsumerRecord<byte[], byte[]> record, RefusalRule rule) {
    String id = IntakeMessage.id(record);
    Map<String, Object> letter = new LinkedHashMap<>();
    if (id != null) {
      letter.put("id", id);
    }
    letter.put("topic", record.topic());
    letter.put("partition", record.partition());
    letter.put("offset", record.offset());
    letter.put("problem", rule.code());
    try {
      producer.send(new ProducerRecord<>(topic, id, MAPPER.writeValueAsBytes(letter))).get();
    } catch (ExecutionException e) {
      throw new KafkaException("a dead letter was not taken", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptException(e);
    }
  }
}
