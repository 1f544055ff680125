package org.disclosureledger.verifier.source;

import java.util.List;
import java.util.Optional;

/** Where one ledger's files are read from, by their paths of FORMAT §5. */
public sealed interface LedgerSource permits DirectorySource, HttpSource {

  /**
   * The bytes of a file, empty if it is absent.
   *
   * @param path such as {@code checkpoint} or {@code tile/0/000.p/12}; never from foreign input
   * @param limit the most bytes that such a file can have
   */
  Optional<byte[]> read(String path, int limit) throws SourceException;

  /**
   * The names found under {@code checkpoints/}, in no order; empty where the source has no such
   * folder.
   */
  List<String> checkpointNames() throws SourceException;

  /**
   * Whether tiles may be read on the word of a checkpoint that no policy has verified: harmless in
   * the auditor's own directory, not towards a server (C2SP tlog-tiles, partial tiles).
   */
  boolean readableUnverified();

  /**
   * Whether it is an export, which has files that no server serves, such as {@code checkpoints/}.
   */
  boolean isExport();

  /** As the user named it. */
  String description();
}
