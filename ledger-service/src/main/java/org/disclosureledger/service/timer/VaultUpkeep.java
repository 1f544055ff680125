package org.disclosureledger.service.timer;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.DbSchedulerException;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.InstantSource;
import org.disclosureledger.service.disclosure.KeyEncryptionKeys;
import org.disclosureledger.service.erasure.ErasureCompletion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Completes erasures and rotates the vault's key-encryption keys when they are due, in one process.
 * It looks every hour; when something is due stands in the database, so that no restart puts it
 * off.
 */
final class VaultUpkeep {
  static final String TASK = "vault-upkeep";
  static final Schedule HOURLY = Schedules.fixedDelay(Duration.ofHours(1));

  private static final Logger log = LoggerFactory.getLogger(VaultUpkeep.class);

  private final KeyEncryptionKeys keys;
  private final ErasureCompletion erasures;

  VaultUpkeep(KeyEncryptionKeys keys, ErasureCompletion erasures) {
    this.keys = keys;
    this.erasures = erasures;
  }

  /** What fails is tried again an hour later. */
  RecurringTask<Void> task() {
    return Tasks.recurring(TASK, HOURLY).execute((instance, context) -> run());
  }

  /** What a crash or a restored database left is not to wait for the hour. */
  static void atOnce(SchedulerClient scheduler) {
    try {
      scheduler.reschedule(
          new TaskInstance<>(TASK, RecurringTask.INSTANCE), InstantSource.system().instant());
    } catch (DbSchedulerException e) {
      // Another process is at it just now, or there is none yet, and it begins at once anyway.
      log.debug("the vault's upkeep is not put forward: {}", e.getMessage());
    }
  }

  void run() {
    try {
      erasures.completeAll();
    } finally {
      // A file that cannot be written keeps no key alive.
      keys.maintain();
    }
  }
}
