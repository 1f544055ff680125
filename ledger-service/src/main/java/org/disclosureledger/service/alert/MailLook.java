package org.disclosureledger.service.alert;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.disclosureledger.service.sealing.LedgerDescription;

/** One look at a ledger's mails: whom they go to, and what need not be tried again in it. */
final class MailLook {
  /**
   * Who gets alerts.
   *
   * @param index in the setting, from 0
   * @param digest stands for the address where anything is kept
   */
  record Recipient(int index, String address, String digest) {}

  private final LedgerDescription ledger;
  private final List<Recipient> recipients = new ArrayList<>();
  private final Set<Long> tried = new HashSet<>();

  /** Digests of those whom the server takes at another time. */
  private final Set<String> later = new HashSet<>();

  MailLook(LedgerDescription ledger, List<String> to) {
    this.ledger = ledger;
    for (int i = 0; i < to.size(); i++) {
      recipients.add(new Recipient(i, to.get(i), MailRecipients.digest(ledger, to.get(i))));
    }
  }

  LedgerDescription ledger() {
    return ledger;
  }

  List<Recipient> recipients() {
    return recipients;
  }

  /** Mails, by their first alert. */
  Set<Long> tried() {
    return tried;
  }

  void tries(long mail) {
    tried.add(mail);
  }

  /** Digests of those who are asked still. */
  List<String> asked() {
    return recipients.stream().filter(this::asks).map(Recipient::digest).toList();
  }

  boolean asks(Recipient recipient) {
    return !later.contains(recipient.digest());
  }

  /** What was answered holds for the next mail too. */
  void asksNoMore(Recipient recipient) {
    later.add(recipient.digest());
  }
}
