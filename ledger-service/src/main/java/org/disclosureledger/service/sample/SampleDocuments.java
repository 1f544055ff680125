package org.disclosureledger.service.sample;

import org.disclosureledger.service.attachment.Received;
import org.disclosureledger.service.disclosure.DocumentPlace;

/** Where the documents of the sample are kept. */
@FunctionalInterface
interface SampleDocuments {
  /** Stores a document, encrypted. */
  Received keep(DocumentPlace place, byte[] document, String name);
}
