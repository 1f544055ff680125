package org.disclosureledger.service.erasure;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.UUID;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.attachment.AttachmentIntake;
import org.disclosureledger.service.disclosure.ErasedStreams;
import org.disclosureledger.service.disclosure.ErasedStreams.Erased;
import org.disclosureledger.service.disclosure.Vault;
import org.disclosureledger.service.erasure.command.ErasePersonalData;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

class ErasureCompletionTest {
  private static final UUID LEDGER = new UUID(7, 7);
  private static final ErasePersonalData COMMAND =
      new ErasePersonalData(UUID.fromString("01990a3c-5b7e-7d21-9c44-0a1b2c3d4e5f"), "any");
  private static final Erased REQUEST = erased(COMMAND.erased(), 1);
  private static final Erased OTHER = erased(new StreamId("request/other"), 2);

  private final ErasedStreams streams = mock(ErasedStreams.class);
  private final AttachmentIntake attachments = mock(AttachmentIntake.class);
  private final Vault vault = mock(Vault.class);
  private final ErasureCompletion completion = new ErasureCompletion(streams, attachments, vault);

  ErasureCompletionTest() {
    when(streams.unfinished()).thenReturn(List.of(REQUEST, OTHER));
  }

  private static Erased erased(StreamId stream, int key) {
    return new Erased(LEDGER, stream, new UUID(key, key));
  }

  @Test
  void aStartWritesWhatTheFileLacksAndSearchesNoStore() {
    completion.recordAll();

    verify(streams).record(List.of(REQUEST, OTHER));
    verifyNoInteractions(attachments);
    verify(streams, never()).finished(any());
  }

  @Test
  void theTaskWritesAllKeysBeforeItSearchesTheStoreForAny() throws Exception {
    completion.completeAll();

    InOrder order = inOrder(streams, attachments);
    order.verify(streams).record(List.of(REQUEST, OTHER));
    order.verify(attachments).destroy(LEDGER, REQUEST.stream());
    order.verify(streams).finished(REQUEST);
    order.verify(attachments).destroy(LEDGER, OTHER.stream());
    order.verify(streams).finished(OTHER);
  }

  @Test
  void anErasureIsForgottenHereAtOnceAndCompletesNoOther() {
    completion.complete(LEDGER, COMMAND);

    verify(vault).forget(LEDGER, COMMAND.erased());
    verify(vault).forget(LEDGER, COMMAND.stream());
    verify(streams).record(List.of(REQUEST));
  }
}
