package org.disclosureledger.service.timer;

import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.util.Optional;
import java.util.UUID;

/**
 * The timer of one written confirmation. All that it has to know is in its name, so that nothing is
 * serialised and a second one for the same deadline is the same one.
 *
 * @param ledger name of the ledger
 * @param deadline event id of the {@code deadline.set}
 */
record ConfirmationDue(String ledger, UUID request, UUID deadline) {
  static final String TASK = "confirmation-due";

  TaskInstanceId instance() {
    return TaskInstanceId.of(TASK, ledger + "/" + request + "/" + deadline);
  }

  /** Empty for a name that no version of this service gave. */
  static Optional<ConfirmationDue> parse(String instance) {
    String[] parts = instance.split("/", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new ConfirmationDue(parts[0], UUID.fromString(parts[1]), UUID.fromString(parts[2])));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
