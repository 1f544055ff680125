package org.disclosureledger.verifier.conduct;

import static org.disclosureledger.verifier.conduct.Payloads.codes;
import static org.disclosureledger.verifier.conduct.Payloads.policy;
import static org.disclosureledger.verifier.conduct.Payloads.row;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.disclosureledger.verifier.ledger.TestLedger;
import org.jspecify.annotations.Nullable;

/**
 * What people do, written straight into a ledger's streams: nothing here asks whether they may.
 * Time runs a second an entry, and on as told.
 */
final class Story {
  static final Instant START = Instant.parse("2026-01-05T01:30:00.000Z");
  static final String KINDS =
      codes("SUBSCRIBER_DATA", "SUSPENSION", "PRESERVATION", "TAKEDOWN", "TRAFFIC_DATA");
  static final String ORDINARY = row("ordinary", KINDS, false, "ANSWER", 24);
  static final String EMERGENCY = row("emergency", KINDS, true, "ANSWER", 3);
  static final String CONFIRM = row("confirm", KINDS, true, "CONFIRM_IN_WRITING", 24);

  final TestLedger ledger = TestLedger.opened();
  private Instant now = START;
  private @Nullable Instant claimed;
  private @Nullable UUID named;
  private int requests;

  /** With a policy of 24 h, 3 h in an emergency, and 24 h to confirm one in writing. */
  static Story withPolicy() {
    Story story = new Story();
    story.adopt(ORDINARY, EMERGENCY, CONFIRM);
    return story;
  }

  UUID adopt(String... rows) {
    return add("policy", Person.QUAN, "policy.adopted.v1", policy(rows));
  }

  Instant now() {
    return now;
  }

  Story later(Duration duration) {
    now = now.plus(duration);
    return this;
  }

  /** The time that the next entry claims. */
  Story claiming(Instant time) {
    claimed = time;
    return this;
  }

  /** The id that the next entry bears. */
  Story naming(UUID id) {
    named = id;
    return this;
  }

  /** Leaf of the entry added last. */
  long last() {
    return ledger.size() - 1L;
  }

  RequestStory request() {
    requests++;
    return new RequestStory(
        this, "request/" + new UUID(0x7000L, 0x8000_0000_0000_0000L | requests));
  }

  /** Adds an entry and gives its id. */
  UUID add(String subject, Person who, String type, String data) {
    UUID[] id = new UUID[1];
    ledger.append(
        subject,
        draft -> {
          draft.type("org.disclosureledger." + type).data(data);
          draft.recordedTime = now;
          draft.time = claimed;
          draft.actor = who.actor();
          draft.role = who.role();
          if (named != null) {
            draft.id = named;
          }
          id[0] = draft.id;
        });
    claimed = null;
    named = null;
    now = now.plusSeconds(1);
    return id[0];
  }
}
