package org.disclosureledger.service.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.vocabulary.ItemKind;
import org.jspecify.annotations.Nullable;

/**
 * The policy a ledger adopted last, or {@link #NONE}.
 *
 * @param adopted id of the {@code policy.adopted} event; absent when none was adopted
 */
public record PolicyInForce(@Nullable UUID adopted, List<PolicyRow> rows) {
  /** From receipt. */
  static final int CONFIRM_WITHIN_HOURS = 24;

  public static final PolicyInForce NONE = new PolicyInForce(null, List.of());

  public PolicyInForce {
    rows = List.copyOf(rows);
  }

  public static PolicyInForce of(UUID adopted, PolicyAdopted event) {
    return new PolicyInForce(adopted, event.rows());
  }

  /**
   * The earliest due time that a row gives to any item; without one the agency's own deadline;
   * without that, basis NONE.
   *
   * @throws CommandRefused {@link DeadlineRule#CALENDAR_MISSING} when a row that applies counts
   *     working time, for which no calendar is known yet: an error, not a guess
   */
  public DueTime resolve(AnswerDue asked) {
    DueTime earliest = earliest(DeadlinePurpose.ANSWER, asked);
    if (earliest != null) {
      return earliest;
    }
    return asked.dueStated() == null ? DueTime.none() : DueTime.stated(asked.dueStated());
  }

  /**
   * When an oral emergency has to be confirmed in writing; where no row says, within {@link
   * #CONFIRM_WITHIN_HOURS}, so that no paper is forgotten for want of a policy.
   *
   * @throws CommandRefused as {@link #resolve} does
   */
  public DueTime confirmInWriting(AnswerDue asked) {
    DueTime earliest = earliest(DeadlinePurpose.CONFIRM_IN_WRITING, asked);
    return earliest == null
        ? DueTime.byDefault(asked.receivedAt(), CONFIRM_WITHIN_HOURS)
        : earliest;
  }

  private @Nullable DueTime earliest(DeadlinePurpose purpose, AnswerDue asked) {
    @Nullable DueTime earliest = null;
    for (int i = 0; i < asked.items().size(); i++) {
      ItemKind kind = asked.items().get(i);
      for (PolicyRow row : rows) {
        if (row.appliesTo(purpose, kind, asked.emergency(), asked.receivedAt())) {
          DueTime due = due(row, i + 1, asked.receivedAt());
          earliest = earliest == null || before(due, earliest) ? due : earliest;
        }
      }
    }
    return earliest;
  }

  Optional<PolicyRow> row(String id) {
    return rows.stream().filter(row -> row.id().equals(id)).findFirst();
  }

  private DueTime due(PolicyRow row, int item, Instant receivedAt) {
    Integer hours = row.hours();
    if (hours == null || row.clock() == ClockKind.SERVICE) {
      throw new CommandRefused(DeadlineRule.CALENDAR_MISSING, "policy row " + row.id());
    }
    Instant due = receivedAt.plus(Duration.ofHours(hours));
    return new DueTime(DeadlineBasis.POLICY, due, adopted, row.id(), item, hours, receivedAt);
  }

  private static boolean before(DueTime one, DueTime other) {
    return one.due() != null && other.due() != null && one.due().isBefore(other.due());
  }
}
