package org.disclosureledger.verifier.topic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.disclosureledger.format.FormatException;
import org.disclosureledger.format.FormatLimits;
import org.disclosureledger.format.note.Checkpoint;
import org.disclosureledger.format.note.SignedNote;
import org.disclosureledger.verifier.check.Progress;
import org.disclosureledger.verifier.report.Finding;
import org.disclosureledger.verifier.report.Findings;
import org.disclosureledger.verifier.report.Rule;
import org.disclosureledger.verifier.source.SourceException;
import org.disclosureledger.verifier.source.SourceException.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Brings a ledger out of its two topics into an export directory of its own, and finds what only
 * the topics show: records that are missing, out of order, said twice in different words, or that
 * do not say what they are (FORMAT §5a). A record that comes a second time with the same bytes is
 * no finding: publication is at least once. Nothing is believed of a header but which leaf a record
 * claims to be; whether it is, the tree decides.
 */
public final class TopicLedger implements AutoCloseable {
  private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,15}");
  // Of what one reading can spool; eight bytes of memory each.
  private static final long MAX_LEAVES = 1L << 30;
  // The ends of partitions are taken one after the other, while records come.
  private static final long UNDER_WAY = 10_000;

  /** How long to wait for a checkpoint: between an entry and that, a publisher needs a moment. */
  public static final Duration PATIENCE = Duration.ofSeconds(15);

  private final TopicAddress address;
  private final Path folder;
  private final EntrySpool spool;
  private final Findings findings;
  private final TreeMap<Long, byte[]> notes = new TreeMap<>();
  private final Map<Integer, Long> newestLeaf = new HashMap<>();
  private long newestSize;
  private long covered;
  private long newestClaimed = -1;
  private long records;

  private TopicLedger(TopicAddress address, Path folder, Findings findings) throws IOException {
    this.address = address;
    this.folder = folder;
    this.findings = findings;
    this.spool = new EntrySpool(folder.resolve("spool"));
  }

  /**
   * Reads both topics as they are now.
   *
   * @param settings of Kafka's clients, as for TLS and SASL
   * @param patience how long a checkpoint over the newest entry is waited for
   * @throws SourceException when the brokers or topics cannot be read
   * @throws IOException when the temporary folder cannot be written
   */
  public static TopicLedger read(
      TopicAddress address,
      Map<String, String> settings,
      Duration patience,
      Findings findings,
      Progress progress)
      throws IOException, SourceException {
    Path folder = Files.createTempDirectory("ledger-topics-");
    TopicLedger ledger = new TopicLedger(address, folder, findings);
    try {
      ledger.read(settings, patience, progress);
      return ledger;
    } catch (IOException | SourceException | RuntimeException e) {
      ledger.close();
      throw e;
    }
  }

  private void read(Map<String, String> settings, Duration patience, Progress progress)
      throws IOException, SourceException {
    try (TopicRecords topics = new TopicRecords(address.servers(), settings)) {
      // Entries are published before the checkpoint over them: read after it, they are all there.
      Map<TopicPartition, Long> behind =
          topics.read(address.checkpoints(), total -> {}, (done, total) -> {}, this::checkpoint);
      topics.read(address.entries(), total -> records = total, progress::at, this::entry);
      covered = newestSize;
      topics.readOn(behind, () -> newestClaimed < covered, patience, this::cover);
    }
    export();
  }

  /** The export directory. */
  public Path directory() {
    return folder.resolve("export");
  }

  private void checkpoint(ConsumerRecord<byte[], byte[]> record) {
    byte[] note = record.value();
    Long size = number(record, "size");
    if (size == null || note == null || note.length > FormatLimits.MAX_NOTE_BYTES) {
      add(Rule.TOPIC_RECORD, record, -1, "a size and a note", null);
      return;
    }
    byte[] before = notes.putIfAbsent(size, note);
    if (before == null) {
      if (size < newestSize) {
        add(Rule.TOPIC_CHECKPOINT_ORDER, record, -1, "behind size " + newestSize, "size " + size);
      }
      newestSize = Math.max(newestSize, size);
    } else if (!Arrays.equals(before, note)) {
      add(Rule.TOPIC_CHECKPOINT_DIFFERS, record, -1, "the note of before", "size " + size);
    }
  }

  /** A later one tells only that what was read beyond the last is covered by now. */
  private void cover(ConsumerRecord<byte[], byte[]> record) {
    Long size = number(record, "size");
    if (size != null && record.value() != null && size == sizeOf(record.value())) {
      covered = Math.max(covered, size);
    }
  }

  private void entry(ConsumerRecord<byte[], byte[]> record) throws SourceException {
    Long leaf = number(record, "leaf-index");
    byte[] entry = record.value();
    if (leaf == null
        || leaf >= Math.min(records + UNDER_WAY, MAX_LEAVES)
        || entry == null
        || entry.length == 0
        || entry.length > FormatLimits.MAX_ENTRY_BYTES) {
      add(Rule.TOPIC_RECORD, record, -1, "an entry and its leaf index", null);
      return;
    }
    newestClaimed = Math.max(newestClaimed, leaf);
    try {
      Optional<byte[]> before = spool.putIfAbsent(leaf.intValue(), entry);
      if (before.isPresent()) {
        if (!Arrays.equals(before.get(), entry)) {
          add(Rule.TOPIC_ENTRY_DIFFERS, record, leaf, "the entry of before", "other bytes");
        }
        return;
      }
    } catch (IOException e) {
      throw new SourceException(Kind.UNREADABLE, folder.toString(), "cannot be written", e);
    }
    long newest = newestLeaf.getOrDefault(record.partition(), -1L);
    if (leaf < newest) {
      add(Rule.TOPIC_ORDER, record, leaf, "behind leaf " + newest, "leaf " + leaf);
    }
    newestLeaf.put(record.partition(), Math.max(newest, leaf));
  }

  private static @Nullable Long number(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    if (header == null || header.value() == null) {
      return null;
    }
    String text = new String(header.value(), StandardCharsets.UTF_8);
    return NUMBER.matcher(text).matches() ? Long.valueOf(text) : null;
  }

  private void add(
      Rule rule,
      ConsumerRecord<byte[], byte[]> record,
      long leaf,
      @Nullable String expected,
      @Nullable String found) {
    String place = record.topic() + "/" + record.partition();
    findings.add(
        leaf < 0
            ? new Finding.OfNote(
                rule.grade(), rule.id(), place, record.offset(), rule.meaning(), expected, found)
            : new Finding.OfLeaf(
                rule.grade(),
                rule.id(),
                leaf,
                place,
                record.offset(),
                rule.meaning(),
                expected,
                found));
  }

  private void export() throws IOException {
    Path target = Files.createDirectories(directory());
    Map.Entry<Long, byte[]> last = notes.lastEntry();
    if (last == null) {
      return;
    }
    long size = last.getKey();
    Files.write(target.resolve("checkpoint"), last.getValue());
    Path earlier = Files.createDirectories(target.resolve("checkpoints"));
    for (Map.Entry<Long, byte[]> note : notes.entrySet()) {
      Files.write(earlier.resolve(Long.toString(note.getKey())), note.getValue());
    }
    if (sizeOf(last.getValue()) != size) {
      return;
    }
    Optional<Long> missing = new SpooledTree(spool, target).write(size);
    if (missing.isPresent()) {
      add(Rule.TOPIC_ENTRY_MISSING, missing.get(), "%,d entries".formatted(size));
    }
    if (newestClaimed >= covered) {
      add(Rule.TOPIC_ENTRY_UNCOVERED, size, "%,d entries".formatted(size));
    }
  }

  private void add(Rule rule, long leaf, String expected) {
    findings.add(
        new Finding.OfLeaf(
            rule.grade(), rule.id(), leaf, address.entries(), -1, rule.meaning(), expected, null));
  }

  /** −1 for what is no checkpoint; grade head says why. */
  private static long sizeOf(byte[] note) {
    try {
      return Checkpoint.parse(SignedNote.parse(note).text()).head().size();
    } catch (FormatException e) {
      return -1;
    }
  }

  /** Removes what was written for this reading. */
  @Override
  public void close() throws IOException {
    spool.close();
    List<Path> all = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(all::add);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    for (Path file : all) {
      Files.deleteIfExists(file);
    }
  }
}
