package org.disclosureledger.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StreamLinkTest {
  private static final Instant NOON = Instant.parse("2026-07-01T12:00:00.000Z");
  private static final LeafHash HASH = LeafHash.ofEntry(new byte[] {1});
  private static final StreamLink HEAD = new StreamLink(6, HASH, NOON);

  @Test
  void aFirstEntryHasNoPredecessor() {
    assertThatCode(() -> StreamLink.check(null, next(0, LeafHash.ZERO, NOON)))
        .doesNotThrowAnyException();
    assertThat(rule(null, next(1, LeafHash.ZERO, NOON))).isEqualTo("sequence-gap");
    assertThat(rule(null, next(0, HASH, NOON))).isEqualTo("previous-hash");
  }

  @Test
  void aNextEntryFollowsTheHead() {
    assertThatCode(() -> StreamLink.check(HEAD, next(7, HASH, NOON))).doesNotThrowAnyException();
    assertThat(rule(HEAD, next(6, HASH, NOON))).isEqualTo("sequence-gap");
    assertThat(rule(HEAD, next(8, HASH, NOON))).isEqualTo("sequence-gap");
    assertThat(rule(HEAD, next(0, LeafHash.ZERO, NOON))).isEqualTo("sequence-gap");
    assertThat(rule(HEAD, next(7, LeafHash.ZERO, NOON))).isEqualTo("previous-hash");
    assertThat(rule(HEAD, next(7, HASH, NOON.minusMillis(1)))).isEqualTo("recordedtime-order");
  }

  @Test
  void anEntryOffersItsOwnLink() {
    byte[] input = EntryCodec.signingInput(SampleEntry.KEY, SampleEntry.PAYLOAD);
    Entry entry = EntryCodec.parse(EntryCodec.assemble(input, new byte[64]));
    assertThat(StreamLink.of(entry))
        .isEqualTo(new StreamLink(0, entry.leafHash(), entry.payload().recordedTime()));
  }

  private static String rule(@Nullable StreamLink head, EntryPayload next) {
    return catchThrowableOfType(FormatException.class, () -> StreamLink.check(head, next)).rule();
  }

  private static EntryPayload next(long sequence, LeafHash previous, Instant recorded) {
    EntryPayload p = SampleEntry.PAYLOAD;
    return new EntryPayload(
        p.id(),
        p.source(),
        p.type(),
        p.subject(),
        p.time(),
        recorded,
        sequence,
        previous,
        p.actor(),
        p.actorRole(),
        null,
        null,
        p.dataSchema(),
        p.data());
  }
}
