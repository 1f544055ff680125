package org.disclosureledger.service.vocabulary;

/** A code of the published language, with the words a person reads for it. */
public interface Labelled {
  /** The code, as it stands in entries and in the API. */
  String name();

  /** Vietnamese label. */
  String vi();

  /** English label. */
  String en();
}
