package org.disclosureledger.verifier.figures;

import java.util.List;
import org.disclosureledger.verifier.conduct.EventData;

/** What an oral emergency owes in writing (REPORTS §2.5). */
final class Papers {
  /** {@link RequestFold#NEVER} where none is set, or none came. */
  long due = RequestFold.NEVER;

  long confirmed = RequestFold.NEVER;
  long confirmedRecorded = RequestFold.NEVER;
  boolean oral;
  private final boolean shown;
  private boolean emergency;
  private String channel;
  private boolean given;
  private final Switched freed = new Switched();

  /** From request.recorded. */
  Papers(EventData data) {
    boolean secret = !data.text("secrecy").equals("NORMAL");
    shown = !data.objects("documents").isEmpty() || (secret && data.has("documentDate"));
    emergency = data.flag("emergency");
    channel = data.text("channel");
    spoken();
  }

  void corrected(EventData changes) {
    emergency = changes.has("emergency") ? changes.flag("emergency") : emergency;
    channel = changes.has("channel") ? changes.text("channel") : channel;
    spoken();
  }

  private void spoken() {
    boolean said = channel.equals("TELEPHONE") || (channel.equals("IN_PERSON") && !shown);
    oral |= emergency && said;
  }

  void dueBy(long instant) {
    due = instant;
  }

  void confirmed(long time, long recorded) {
    confirmed = time;
    confirmedRecorded = recorded;
  }

  /** Something was handed over or done, which stays to be confirmed. */
  void given() {
    given = true;
  }

  /** After an entry: is anything owed? */
  void after(List<ItemFold> items, long recorded) {
    boolean refused =
        items.stream()
            .allMatch(item -> {
              ItemFold.End end = item.end;
              return end != null && end.isRefused();
            });
    freed.now(!given && refused, recorded);
  }

  /** Whether one is owed then, after the entries recorded by then. */
  boolean isOwedAt(long instant) {
    return !freed.wasOnBefore(instant + 1);
  }
}
