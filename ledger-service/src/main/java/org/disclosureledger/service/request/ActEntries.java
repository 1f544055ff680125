package org.disclosureledger.service.request;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.ProposedEvent;
import org.disclosureledger.service.request.content.ItemScope;
import org.disclosureledger.service.request.event.DeliveredItem;
import org.disclosureledger.service.request.event.RequestEvent;

/**
 * Spreads an act's items over as many entries of one append as they need. An entry has 65,535
 * bytes, of which base64url takes a quarter; the weights below are bytes of JSON, rounded up. The
 * heaviest item weighs less than seven thousand, so that none has to be split.
 */
final class ActEntries {
  /** The members beside the items are few. */
  private static final int ENTRY = 45_000;

  private static final int SCOPE = 160;
  private static final int HANDED = 320;
  private static final int FIELD = 26;
  private static final int TARGET = 5;

  private ActEntries() {}

  /** The entry that prepares the act. */
  interface First<T> {
    /**
     * @param lists how many further entries follow
     */
    RequestEvent with(List<T> items, int lists);
  }

  /** An entry that goes on with it. */
  interface More<T> {
    /**
     * @param list from 1
     */
    RequestEvent with(UUID prepared, int list, List<T> items);
  }

  static List<ProposedEvent<RequestEvent>> ofScopes(
      List<ItemScope> items,
      CommandContext context,
      Instant time,
      First<ItemScope> first,
      More<ItemScope> more) {
    return of(cut(items, ActEntries::weight), context, time, first, more);
  }

  static List<ProposedEvent<RequestEvent>> ofParts(
      List<DeliveredItem> items,
      CommandContext context,
      Instant time,
      First<DeliveredItem> first,
      More<DeliveredItem> more) {
    return of(cut(items, ActEntries::weight), context, time, first, more);
  }

  private static <T> List<ProposedEvent<RequestEvent>> of(
      List<List<T>> lists, CommandContext context, Instant time, First<T> first, More<T> more) {
    UUID prepared = context.newId();
    List<ProposedEvent<RequestEvent>> events = new ArrayList<>();
    RequestEvent begin = first.with(lists.getFirst(), lists.size() - 1);
    events.add(new ProposedEvent<>(prepared, time, begin));
    for (int list = 1; list < lists.size(); list++) {
      RequestEvent next = more.with(prepared, list, lists.get(list));
      events.add(new ProposedEvent<>(context.newId(), time, next));
    }
    return List.copyOf(events);
  }

  private static <T> List<List<T>> cut(List<T> items, ToIntFunction<T> weight) {
    List<List<T>> lists = new ArrayList<>();
    int from = 0;
    int taken = 0;
    for (int i = 0; i < items.size(); i++) {
      int next = weight.applyAsInt(items.get(i));
      if (taken + next > ENTRY) {
        lists.add(List.copyOf(items.subList(from, i)));
        from = i;
        taken = 0;
      }
      taken += next;
    }
    lists.add(List.copyOf(items.subList(from, items.size())));
    return List.copyOf(lists);
  }

  private static int weight(ItemScope item) {
    return SCOPE + FIELD * item.fields().size() + TARGET * item.targets().size();
  }

  private static int weight(DeliveredItem item) {
    return HANDED + FIELD * item.fields().size() + TARGET * item.targets().size();
  }
}
