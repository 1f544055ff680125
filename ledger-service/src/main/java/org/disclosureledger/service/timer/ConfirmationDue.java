package org.disclosureledger.service.timer;

import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The timer of one written confirmation. All that it has to know is in its name, so that nothing is
 * serialised and a second one for the same cause is the same one.
 *
 * @param ledger name of the ledger
 * @param deadline event id of the {@code deadline.set}
 * @param reopening event id of the {@code request.reopened} since which it is owed again; each
 *     reopening sets a timer of its own, whatever became of the one before
 */
record ConfirmationDue(String ledger, UUID request, UUID deadline, @Nullable UUID reopening) {
  static final String TASK = "confirmation-due";

  ConfirmationDue(String ledger, UUID request, UUID deadline) {
    this(ledger, request, deadline, null);
  }

  TaskInstanceId instance() {
    String name = ledger + "/" + request + "/" + deadline;
    return TaskInstanceId.of(TASK, reopening == null ? name : name + "/" + reopening);
  }

  /** Empty for a name that no version of this service gave. */
  static Optional<ConfirmationDue> parse(String instance) {
    String[] parts = instance.split("/", -1);
    if (parts.length != 3 && parts.length != 4) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new ConfirmationDue(
              parts[0],
              UUID.fromString(parts[1]),
              UUID.fromString(parts[2]),
              parts.length == 3 ? null : UUID.fromString(parts[3])));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
