package org.disclosureledger.service.sealing;

import java.time.Duration;

/** Bounds of the append path. */
final class AppendLimits {
  /** Commands that may wait; more are told to come back. */
  static final int WAITING = 8_192;

  /** Bytes of entries and ciphertexts that may wait. */
  static final long WAITING_BYTES = 64L * 1024 * 1024;

  /** Commands in one transaction. */
  static final int BATCH_COMMANDS = 1_024;

  /** Bytes of entries and ciphertexts in one transaction, and so of one command. */
  static final int BATCH_BYTES = 16 * 1024 * 1024;

  /** How long a command waits for its commit before its outcome counts as unknown. */
  static final Duration PATIENCE = Duration.ofSeconds(60);

  private AppendLimits() {}
}
