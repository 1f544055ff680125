package org.disclosureledger.service.timer;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.util.Optional;
import org.disclosureledger.format.LedgerZone;
import org.disclosureledger.service.attachment.AttachmentIntake;
import org.disclosureledger.service.attachment.ObjectName;
import org.disclosureledger.service.sealing.EntryStore;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.LedgerDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes, once a day and in one process, stored documents that no entry came to name. */
final class AttachmentSweep {
  static final String TASK = "attachment-sweep";
  static final Schedule NIGHTLY = Schedules.daily(LedgerZone.ID, LocalTime.of(2, 30));
  private static final Logger log = LoggerFactory.getLogger(AttachmentSweep.class);

  private final AttachmentIntake attachments;
  private final LedgerDirectory ledgers;
  private final EntryStore store;

  AttachmentSweep(AttachmentIntake attachments, LedgerDirectory ledgers, EntryStore store) {
    this.attachments = attachments;
    this.ledgers = ledgers;
    this.store = store;
  }

  /** What fails is tried again the next night. */
  RecurringTask<Void> task() {
    return Tasks.recurring(TASK, NIGHTLY).execute((instance, context) -> sweep());
  }

  void sweep() {
    try {
      int deleted = attachments.sweep(this::named);
      if (deleted > 0) {
        log.info("{} stored documents that no entry names are deleted", deleted);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One stream that cannot be read hides no other object: its own stays, and the log says so. */
  private boolean named(ObjectName name) {
    try {
      return isNamed(name);
    } catch (RuntimeException e) {
      log.error(
          "whether an entry names the stored document {} is not known, it stays: {}",
          name,
          e.getClass().getName());
      return true;
    }
  }

  /**
   * Whether any entry of the object's stream says its name, in whatever event. What belongs to a
   * ledger that is not open here is not ours to judge.
   */
  private boolean isNamed(ObjectName name) {
    Optional<LedgerDescription> ledger =
        ledgers.all().stream().filter(open -> open.id().equals(name.ledger())).findFirst();
    return ledger.isEmpty()
        || store.stream(ledger.get().name(), name.stream()).stream()
            .map(stored -> new String(stored.entry().payload().data(), StandardCharsets.UTF_8))
            .anyMatch(data -> data.contains(name.object()));
  }
}
