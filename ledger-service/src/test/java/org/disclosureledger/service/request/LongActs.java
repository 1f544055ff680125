package org.disclosureledger.service.request;

import static org.disclosureledger.service.request.RequestDraft.ID;
import static org.disclosureledger.service.request.RequestDraft.OCTOBER;
import static org.disclosureledger.service.request.Story.LINH;
import static org.disclosureledger.service.request.Story.by;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.disclosureledger.format.FormatLimits;
import org.disclosureledger.service.request.command.PrepareAcceptance;
import org.disclosureledger.service.request.command.PrepareDelivery;
import org.disclosureledger.service.request.command.PrepareEmergency;
import org.disclosureledger.service.request.command.RecordRequest;
import org.disclosureledger.service.request.content.ActKind;
import org.disclosureledger.service.request.content.Handover;
import org.disclosureledger.service.request.content.ItemScope;
import org.disclosureledger.service.request.content.RequestedItem;
import org.disclosureledger.service.request.content.RequestedTarget;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.DataField;
import org.disclosureledger.service.vocabulary.ItemKind;

/** An emergency in writing of many items, each act of which is about all of them. */
final class LongActs {
  /** As many items and targets as a request can have, each asking for a field or two. */
  static final List<RequestedItem> MOST = Collections.nCopies(500, item(2, 2));

  /** Accepted as an emergency and handed over, each in one command of several entries. */
  static final Story DELIVERED = delivered(Collections.nCopies(300, item(1, 1)));

  private LongActs() {}

  /** With a maximum of as many digits as a number can have. */
  static RequestedItem item(int targets, int fields) {
    return new RequestedItem(
        ItemKind.TECHNICAL_INFORMATION,
        Collections.nCopies(targets, new RequestedTarget("0900000001")),
        List.of(DataField.values()).subList(0, fields),
        OCTOBER,
        FormatLimits.MAX_SAFE_INTEGER);
  }

  static RecordRequest record(List<RequestedItem> items) {
    return RequestDraft.with(draft -> {
      draft.emergency = true;
      draft.items = items;
    });
  }

  static PrepareAcceptance accept(List<RequestedItem> items) {
    return new PrepareAcceptance(ID, scopes(items), null);
  }

  static PrepareEmergency hasten(List<RequestedItem> items) {
    return new PrepareEmergency(ID, scopes(items), null);
  }

  static PrepareDelivery deliver(List<RequestedItem> items) {
    List<Handover> parts =
        scopes(items).stream()
            .map(scope ->
                new Handover(
                    scope.item(),
                    true,
                    scope.targets(),
                    scope.fields(),
                    scope.period(),
                    FormatLimits.MAX_SAFE_INTEGER,
                    "cd".repeat(32),
                    FormatLimits.MAX_SAFE_INTEGER))
            .toList();
    return new PrepareDelivery(ID, Channel.OFFICIAL_LETTER, "Trần Thị Mẫu", parts, null);
  }

  /** What was asked, in full. */
  static List<ItemScope> scopes(List<RequestedItem> items) {
    return IntStream.range(0, items.size())
        .mapToObj(i -> {
          RequestedItem item = items.get(i);
          List<Integer> targets = IntStream.rangeClosed(1, item.targets().size()).boxed().toList();
          return new ItemScope(i + 1, targets, item.fields(), item.period(), item.maximumRecords());
        })
        .toList();
  }

  private static Story delivered(List<RequestedItem> items) {
    Story accepting = LifeStories.verified(Story.of(by(LINH, record(items))));
    Story accepted =
        LifeStories.approved(accepting.then(by(LINH, hasten(items))), ActKind.EMERGENCY);
    return LifeStories.approved(accepted.then(by(LINH, deliver(items))), ActKind.DELIVERY);
  }
}
