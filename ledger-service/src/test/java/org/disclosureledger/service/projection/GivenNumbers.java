package org.disclosureledger.service.projection;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.request.event.RequestRecorded;
import org.disclosureledger.service.sealing.EntryStore;
import org.disclosureledger.service.sealing.StoredEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Register numbers of a store's entries, given as the appender gives them: by leaf order. */
final class GivenNumbers {
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private final JdbcClient owner;
  private final Map<String, Integer> last = new HashMap<>();
  private final Set<String> given = new HashSet<>();

  GivenNumbers(JdbcClient owner) {
    this.owner = owner;
  }

  /** Also of entries that came since the last time. */
  synchronized void giveAll(EntryStore store) {
    for (StoredEvent event : store.after(-1, Integer.MAX_VALUE)) {
      EventHeader header = event.header();
      if (event.payload() instanceof RequestRecorded
          && given.add(header.ledger() + " " + header.leafIndex())) {
        give(header, header.recordedTime().atZone(ZONE).getYear());
      }
    }
  }

  private void give(EventHeader header, int year) {
    owner
        .sql(
            """
            INSERT INTO register_number (ledger_id, leaf_index, year, ordinal)
            SELECT id, :leaf, :year, :ordinal FROM ledger WHERE name = :ledger\
            """)
        .param("leaf", header.leafIndex())
        .param("year", year)
        .param("ordinal", last.merge(header.ledger() + " " + year, 1, Integer::sum))
        .param("ledger", header.ledger())
        .update();
  }
}
