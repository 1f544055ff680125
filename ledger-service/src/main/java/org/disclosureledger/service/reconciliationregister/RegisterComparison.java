package org.disclosureledger.service.reconciliationregister;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.disclosureledger.format.Sha256;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.agencyregister.AgencyQuery;
import org.disclosureledger.service.agencyregister.PredecessorQuery;
import org.disclosureledger.service.disclosure.DocumentNumberIndex;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.projection.RequestStream;
import org.disclosureledger.service.reconciliation.AgencyListReader;
import org.disclosureledger.service.reconciliation.Comparison;
import org.disclosureledger.service.reconciliation.ListComparison;
import org.disclosureledger.service.reconciliation.ListedDocument;
import org.disclosureledger.service.reconciliation.ReceiptPeriod;
import org.disclosureledger.service.reconciliation.ReconciliationRule;
import org.disclosureledger.service.reconciliation.RegisteredRequest;
import org.disclosureledger.service.reconciliation.command.RecordReconciliation;
import org.disclosureledger.service.sealing.EntryStore;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Reads an agency's list and compares it with the register. Document numbers are compared by the
 * vault's keyed HMACs; none of ours is opened.
 */
@Component
public class RegisterComparison {
  /** How long the register may take to tell of what is committed already. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Duration GLANCE = Duration.ofMillis(20);

  private final EntryStore store;
  private final AgencyQuery agencies;
  private final PredecessorQuery predecessors;
  private final ReconciliationQuery register;
  private final DocumentNumberIndex numbers;
  private final Duration patience;

  @Autowired
  RegisterComparison(
      EntryStore store,
      AgencyQuery agencies,
      PredecessorQuery predecessors,
      ReconciliationQuery register,
      DocumentNumberIndex numbers) {
    this(store, agencies, predecessors, register, numbers, PATIENCE);
  }

  /**
   * @param patience how long the register may lag behind
   */
  RegisterComparison(
      EntryStore store,
      AgencyQuery agencies,
      PredecessorQuery predecessors,
      ReconciliationQuery register,
      DocumentNumberIndex numbers,
      Duration patience) {
    this.store = store;
    this.agencies = agencies;
    this.predecessors = predecessors;
    this.register = register;
    this.numbers = numbers;
    this.patience = patience;
  }

  /**
   * The command that records what the comparison gives.
   *
   * @param agency code in upper case
   * @param list CSV as {@link AgencyListReader} takes it
   * @throws CommandRefused with a {@link ReconciliationRule}
   */
  public RecordReconciliation of(
      UUID id, LedgerDescription ledger, String agency, ReceiptPeriod period, byte[] list) {
    List<ListedDocument> theirs = AgencyListReader.read(list, period);
    awaitRegister(ledger);
    List<String> before = predecessors.of(ledger, agency);
    if (before.size() > PredecessorQuery.MAX_PREDECESSORS) {
      throw new CommandRefused(ReconciliationRule.TOO_MUCH_TO_COMPARE, "too many predecessors");
    }
    List<String> codes = new ArrayList<>(before);
    codes.add(agency);
    if (!agencies.standing(ledger.name(), agency).registered() && !register.known(ledger, codes)) {
      throw new CommandRefused(ReconciliationRule.AGENCY_UNKNOWN, "no request names it");
    }
    List<RegisteredRequest> ours = ours(ledger, codes, period);
    Map<String, String> keys = new HashMap<>();
    Comparison comparison =
        ListComparison.of(
            period,
            theirs,
            ours,
            number -> keys.computeIfAbsent(number, n -> numbers.key(ledger.id(), n)));
    return new RecordReconciliation(
        id, agency, before, period, comparison, Sha256.hex(list), list.length);
  }

  /**
   * A request committed a moment ago must not be taken for one of theirs only, nor one of an agency
   * that this one succeeded a moment ago. Each projection has a processor of its own.
   */
  private void awaitRegister(LedgerDescription ledger) {
    long head = store.headPosition();
    long until = System.nanoTime() + patience.toNanos();
    while (register.applied(ledger) < head || predecessors.applied(ledger) < head) {
      if (System.nanoTime() - until > 0 || Thread.interrupted()) {
        throw new CommandRefused(
            ReconciliationRule.REGISTER_BEHIND, "repeat with the same idempotency key");
      }
      LockSupport.parkNanos(GLANCE.toNanos());
    }
  }

  private List<RegisteredRequest> ours(
      LedgerDescription ledger, List<String> codes, ReceiptPeriod period) {
    List<ReconciliationQuery.Request> requests =
        register.received(
            ledger,
            codes,
            period.begins().minus(ListComparison.MARGIN),
            period.ends().plus(ListComparison.MARGIN));
    if (requests.size() > ReconciliationQuery.MAX_REQUESTS) {
      throw new CommandRefused(
          ReconciliationRule.TOO_MUCH_TO_COMPARE,
          "more than " + ReconciliationQuery.MAX_REQUESTS + " requests");
    }
    Map<StreamId, DocumentNumberIndex.Named> named =
        numbers.keys(
            ledger.id(), requests.stream().map(r -> RequestStream.of(r.requestId())).toList());
    return requests.stream()
        .map(r -> request(r, named.get(RequestStream.of(r.requestId())), codes))
        .toList();
  }

  private static RegisteredRequest request(
      ReconciliationQuery.Request request,
      DocumentNumberIndex.@Nullable Named named,
      List<String> codes) {
    return new RegisteredRequest(
        request.requestId(),
        request.registerYear(),
        request.registerOrdinal(),
        named == null ? Set.of() : Set.of(named.key()),
        request.documentDate(),
        request.receivedAt(),
        new RegisteredRequest.First(
            named != null && named.corrected(),
            !codes.contains(request.firstAgency()),
            request.firstDocumentDate(),
            request.firstReceivedAt()),
        request.secret());
  }
}
