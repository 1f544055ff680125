package org.disclosureledger.service.erasure;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.attachment.AttachmentIntake;
import org.disclosureledger.service.disclosure.ErasedStreams;
import org.disclosureledger.service.disclosure.ErasedStreams.Erased;
import org.disclosureledger.service.disclosure.Vault;
import org.disclosureledger.service.erasure.command.ErasePersonalData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What an erasure has still to do once it stands in the ledger and the vault has lost its key: the
 * key's id goes to the file outside the database, the stored documents, which nobody can open any
 * more, are deleted. Any of it may be done twice, and by two processes.
 */
@Component
public class ErasureCompletion {
  private static final Logger log = LoggerFactory.getLogger(ErasureCompletion.class);

  private static final String WITH_DOCUMENTS = "request/";

  private final ErasedStreams streams;
  private final AttachmentIntake attachments;
  private final Vault vault;

  ErasureCompletion(ErasedStreams streams, AttachmentIntake attachments, Vault vault) {
    this.streams = streams;
    this.attachments = attachments;
    this.vault = vault;
  }

  /**
   * Before an erasure is answered. A store that fails holds ciphertexts without a key; they are
   * deleted later.
   *
   * @throws java.io.UncheckedIOException when the file cannot be written: then nothing is answered
   */
  public void complete(UUID ledger, ErasePersonalData command) {
    Set<StreamId> lost = Set.of(command.erased(), command.stream());
    lost.forEach(stream -> vault.forget(ledger, stream));
    complete(
        streams.unfinished().stream()
            .filter(erased -> erased.ledger().equals(ledger) && lost.contains(erased.stream()))
            .toList());
  }

  /**
   * The file's part of what a crash left to do, which no command is to be answered before. After a
   * restore much may be left, and a store is searched for each: that waits.
   */
  public void recordAll() {
    streams.record(streams.unfinished());
  }

  /** What a crash, or a store that was away, left to do. */
  public void completeAll() {
    complete(streams.unfinished());
  }

  private void complete(List<Erased> lost) {
    // All keys first: a store that is slow must not keep them from the file.
    streams.record(lost);
    lost.forEach(this::destroyDocuments);
  }

  private void destroyDocuments(Erased erased) {
    try {
      // What is told of those who looked has no documents: no store need be searched for them.
      if (erased.stream().value().startsWith(WITH_DOCUMENTS)) {
        attachments.destroy(erased.ledger(), erased.stream());
      }
    } catch (IOException | RuntimeException e) {
      log.error("documents of {} are not deleted yet: {}", erased.stream(), e.getMessage());
      return;
    }
    streams.finished(erased);
  }
}
