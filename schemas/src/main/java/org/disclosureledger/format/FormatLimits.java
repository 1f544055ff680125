package org.disclosureledger.format;

import java.time.Duration;

/** Limits of our own choosing (marked † in FORMAT.md) and those of the formats we use. */
public final class FormatLimits {
  public static final int MAX_ENTRY_BYTES = 65_535;
  public static final int MAX_DISCLOSURE_BYTES = 65_535;
  public static final int MAX_JSON_DEPTH = 16;
  public static final long MAX_SAFE_INTEGER = (1L << 53) - 1;
  public static final int MAX_ORIGIN_BYTES = 255;
  public static final int MAX_STREAM_ID_BYTES = 128;
  public static final int MAX_TYPE_BYTES = 128;
  public static final int MAX_NOTE_BYTES = 1_000_000;
  public static final int MAX_NOTE_SIGNATURES = 100;

  /** A policy file. */
  public static final int MAX_POLICY_BYTES = 1_000_000;

  /** A receipt: a note, an entry in base64, 63 hashes, and the lines around them. */
  public static final int MAX_RECEIPT_BYTES = 1_100_000;

  /** How far below the ledger's maximum an entry-key entry's {@code recordedtime} may lie. */
  public static final Duration RECORDED_TIME_SLACK = Duration.ofSeconds(10);

  /** The same for authority-signed entries, which are signed offline. */
  public static final Duration AUTHORITY_SLACK = Duration.ofHours(24);

  /** How far the claimed {@code time} may lie ahead of {@code recordedtime}. */
  public static final Duration CLAIMED_TIME_LEAD = Duration.ofSeconds(60);

  private FormatLimits() {}
}
