package org.disclosureledger.service.request;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.disclosureledger.format.Actor;
import org.disclosureledger.service.request.content.ActKind;
import org.disclosureledger.service.request.content.ItemScope;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.Measure;
import org.disclosureledger.service.vocabulary.Secrecy;
import org.jspecify.annotations.Nullable;

/** What one person prepared and a second has not yet decided; a request has one at most. */
public sealed interface OpenAct {
  /** Event id of the prepared entry. */
  UUID prepared();

  Actor preparer();

  /** When it was prepared, as claimed, UTC. */
  Instant time();

  ActKind kind();

  private static <T> List<T> both(List<T> items, List<T> more) {
    return Stream.concat(items.stream(), more.stream()).toList();
  }

  /**
   * @param kind ACCEPTANCE or EMERGENCY
   */
  record Acceptance(
      UUID prepared, Actor preparer, Instant time, ActKind kind, List<ItemScope> items)
      implements OpenAct {

    /** With what a further list says. */
    Acceptance listing(List<ItemScope> more) {
      return new Acceptance(prepared, preparer, time, kind, both(items, more));
    }
  }

  record Refusal(UUID prepared, Actor preparer, Instant time, List<Integer> items)
      implements OpenAct {
    @Override
    public ActKind kind() {
      return ActKind.REFUSAL;
    }
  }

  /**
   * @param entries event ids of what says its items: the prepared entry and its lists
   */
  record Delivery(
      UUID prepared, Actor preparer, Instant time, List<HandedPart> items, List<UUID> entries)
      implements OpenAct {

    /** With what a further list says. */
    Delivery listing(UUID list, List<HandedPart> more) {
      return new Delivery(
          prepared, preparer, time, both(items, more), both(entries, List.of(list)));
    }

    @Override
    public ActKind kind() {
      return ActKind.DELIVERY;
    }
  }

  /**
   * @param due UTC
   */
  record Extension(UUID prepared, Actor preparer, Instant time, Instant due) implements OpenAct {
    @Override
    public ActKind kind() {
      return ActKind.EXTENSION;
    }
  }

  record NoData(UUID prepared, Actor preparer, Instant time, List<Integer> items)
      implements OpenAct {
    @Override
    public ActKind kind() {
      return ActKind.NO_DATA;
    }
  }

  record MeasureTaken(
      UUID prepared, Actor preparer, Instant time, Measure measure, int item, List<Integer> targets)
      implements OpenAct {
    @Override
    public ActKind kind() {
      return ActKind.MEASURE;
    }
  }

  /**
   * @param receivedAt as it should have been recorded, UTC
   * @param agency code, where it is corrected
   * @param receivingAgency code, where it is corrected
   * @param items in their full new content
   */
  record Correction(
      UUID prepared,
      Actor preparer,
      Instant time,
      @Nullable Instant receivedAt,
      @Nullable Channel channel,
      @Nullable String agency,
      @Nullable String receivingAgency,
      @Nullable Boolean emergency,
      @Nullable Secrecy secrecy,
      List<AskedItem> items)
      implements OpenAct {

    /** Whether open items were approved of something else: for another, or in another haste. */
    boolean voidsOpenItems() {
      return emergency != null || receivingAgency != null;
    }

    /** With what a further list says, whose first item may go on with the last one. */
    Correction listing(List<AskedItem> more) {
      List<AskedItem> all = new ArrayList<>(items);
      boolean first = true;
      for (AskedItem item : more) {
        boolean goesOn =
            first && !all.isEmpty() && all.getLast().scope().item() == item.scope().item();
        all.add(goesOn ? all.removeLast().continued(item) : item);
        first = false;
      }
      return new Correction(
          prepared,
          preparer,
          time,
          receivedAt,
          channel,
          agency,
          receivingAgency,
          emergency,
          secrecy,
          List.copyOf(all));
    }

    @Override
    public ActKind kind() {
      return ActKind.CORRECTION;
    }
  }
}
