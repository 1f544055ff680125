package org.disclosureledger.service.publication;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.disclosureledger.service.publication.PublicationStore.CheckpointRow;
import org.disclosureledger.service.publication.PublicationStore.EntryRow;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.trace.Step;
import org.disclosureledger.service.trace.Traces;

/**
 * Publishes what a ledger has more than its topics: first entries that a stored checkpoint covers,
 * then the checkpoints over them, so that whoever reads a checkpoint finds its entries. How far it
 * is, is written after the brokers have acknowledged: at least once, each stream in order.
 */
final class LedgerPublication {
  private static final int BATCH = 500;

  private final PublicationStore store;
  private final LedgerRecords records;
  private final Producer<String, byte[]> producer;
  private final Traces traces;

  LedgerPublication(
      PublicationStore store,
      LedgerRecords records,
      Producer<String, byte[]> producer,
      Traces traces) {
    this.store = store;
    this.records = records;
    this.producer = producer;
    this.traces = traces;
  }

  /**
   * Publishes one batch, and the checkpoints over what is published by then: under a load that
   * never pauses they would never come else.
   *
   * @return whether there may be more
   * @throws KafkaException when the brokers did not take all of it; the producer is then to be
   *     closed, and the batch published again
   */
  boolean next(LedgerDescription ledger) {
    Published reached = store.published(ledger.id());
    long signed = store.signed(ledger.id());
    boolean more = reached.entries() < signed;
    if (more) {
      List<EntryRow> rows = store.entries(ledger.id(), reached.entries(), signed, BATCH);
      // All of them first: one that is not what was sealed must not send the others each time.
      List<ProducerRecord<String, byte[]>> all =
          rows.stream().map(row -> records.entry(ledger, row)).toList();
      boolean traced = sendTraced(ledger, rows, all);
      long published = requireGapFree(reached.entries(), rows);
      reached = new Published(published, reached.checkpoint());
      store.advance(ledger.id(), reached);
      if (traced) {
        store.forgetTraces(ledger.id(), published);
      }
    }
    List<CheckpointRow> notes =
        store.checkpoints(ledger.id(), reached.checkpoint(), reached.entries(), BATCH);
    if (notes.isEmpty()) {
      return more;
    }
    send(notes.stream().map(note -> records.checkpoint(ledger, note)).toList());
    store.advance(ledger.id(), new Published(reached.entries(), notes.getLast().size()));
    return true;
  }

  /**
   * Each record whose command is traced says where steps of those who read it belong.
   *
   * @return whether there is one
   */
  private boolean sendTraced(
      LedgerDescription ledger, List<EntryRow> rows, List<ProducerRecord<String, byte[]>> all) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      String parent = rows.get(i).trace();
      if (parent != null) {
        Step step = traces.sent("ledger.publish", parent).tag("ledger", ledger.name());
        steps.add(step);
        String own = step.parent();
        byte[] header = (own == null ? parent : own).getBytes(StandardCharsets.US_ASCII);
        all.get(i).headers().add(Step.TRACEPARENT, header);
      }
    }
    try {
      send(all);
    } catch (RuntimeException e) {
      steps.forEach(step -> step.failed(e));
      throw e;
    }
    steps.forEach(Step::end);
    return !steps.isEmpty();
  }

  private static long requireGapFree(long from, List<EntryRow> rows) {
    long next = from;
    for (EntryRow row : rows) {
      if (row.leafIndex() != next) {
        throw new IllegalStateException("entry " + next + " is missing in the database");
      }
      next++;
    }
    if (next == from) {
      throw new IllegalStateException("no entry " + next + ", yet a checkpoint covers it");
    }
    return next;
  }

  /**
   * What cannot even be queued is told by its future, not thrown: nothing may be sent behind it, or
   * the next attempt would bring it after what followed it.
   */
  private void send(List<ProducerRecord<String, byte[]>> all) {
    if (all.isEmpty()) {
      return;
    }
    // Asks for the partitions, where they were forgotten, before the first record needs them.
    producer.partitionsFor(all.getFirst().topic());
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    for (ProducerRecord<String, byte[]> record : all) {
      Future<RecordMetadata> one = producer.send(record);
      if (one.isDone()) {
        requireTaken(one);
      }
      sent.add(one);
    }
    producer.flush();
    sent.forEach(LedgerPublication::requireTaken);
  }

  private static void requireTaken(Future<RecordMetadata> sent) {
    try {
      sent.get();
    } catch (ExecutionException e) {
      throw new KafkaException("the brokers did not take a record", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new org.apache.kafka.common.errors.InterruptException(e);
    }
  }
}
