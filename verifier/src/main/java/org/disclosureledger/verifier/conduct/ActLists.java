package org.disclosureledger.verifier.conduct;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.disclosureledger.verifier.conduct.OpenAct.Content;
import org.disclosureledger.verifier.report.Rule;
import org.jspecify.annotations.Nullable;

/**
 * An acceptance, ordinary or in an emergency, or a delivery that one entry has no room for goes on
 * in lists, all in one append. The second person decides on all of them.
 */
final class ActLists {
  private ActLists() {}

  /** A prepared act: is any list to follow? */
  static void begin(RequestState state, Event event, OpenAct opened) {
    if (opened.content() instanceof OpenAct.Acceptance
        || opened.content() instanceof OpenAct.Delivery) {
      // The first version had no lists.
      long lists = event.data().number("lists", 0);
      if (lists > 0) {
        state.actListing =
            new RequestState.Listing(event.place(), event.id(), event.actor(), 1, lists);
      }
    }
  }

  /** scope.listed and delivery.listed: in the append of the act, by whom has prepared it. */
  static void listed(RequestState state, Event event, Context context) {
    UUID prepared = event.data().uuid("prepared");
    long list = event.data().number("list");
    RequestState.Listing awaited = state.actListing;
    OpenAct act = state.open.find(prepared);
    OpenAct more = act == null ? null : more(act, event);
    if (awaited == null
        || act == null
        || more == null
        || !awaited.prepared().equals(prepared)
        || !awaited.actor().equals(event.actor())
        || awaited.next() != list) {
      String expected =
          awaited == null
              ? "no list"
              : "list %d of %s by %s"
                  .formatted(awaited.next(), awaited.prepared(), awaited.actor());
      String found =
          "%s %d of %s by %s".formatted(event.type().code(), list, prepared, event.actor());
      context.breach(event, Rule.ACT_LIST_STRAY, expected, found);
      return;
    }
    for (Period period : more.periods()) {
      if (!TimeRules.inOrder(event, period, context)) {
        break;
      }
    }
    state.open.replace(act, with(act, more));
    if (act.act() == EventType.Act.DELIVERY) {
      state.proposed(event.id());
    }
    state.actListing =
        list == awaited.last()
            ? null
            : new RequestState.Listing(
                awaited.place(), prepared, awaited.actor(), list + 1, awaited.last());
  }

  /** The act as the list alone tells it; null if it is of another kind. */
  private static @Nullable OpenAct more(OpenAct act, Event event) {
    Content content = act.content();
    boolean goesOn =
        event.type() == EventType.SCOPE_LISTED
            ? content instanceof OpenAct.Acceptance
            : content instanceof OpenAct.Delivery;
    return goesOn ? of(act, OpenAct.read(act.act(), event.id(), event.data())) : null;
  }

  private static OpenAct with(OpenAct act, OpenAct more) {
    if (act.content() instanceof OpenAct.Acceptance before
        && more.content() instanceof OpenAct.Acceptance after) {
      return of(act, new OpenAct.Acceptance(all(before.items(), after.items())));
    }
    if (act.content() instanceof OpenAct.Delivery before
        && more.content() instanceof OpenAct.Delivery after) {
      return of(act, before.with(after, all(before.parts(), after.parts())));
    }
    throw new IllegalStateException("has no lists: " + act.act());
  }

  private static OpenAct of(OpenAct act, Content content) {
    return new OpenAct(act.act(), act.id(), act.actor(), act.time(), content);
  }

  /** No request has more, so that no ledger can fill the memory. */
  private static <T> List<T> all(List<T> before, List<T> after) {
    return Stream.concat(before.stream(), after.stream()).limit(Targets.MOST).toList();
  }

  /** Something else follows, or nothing: are all lists there? */
  static void complete(RequestState state, Context context) {
    RequestState.Listing awaited = state.actListing;
    if (awaited != null) {
      state.actListing = null;
      context.breach(
          awaited.place(),
          Rule.ACT_LIST_MISSING,
          "%d lists behind it".formatted(awaited.last()),
          "%d".formatted(awaited.next() - 1));
    }
  }
}
