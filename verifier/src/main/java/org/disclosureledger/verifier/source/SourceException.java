package org.disclosureledger.verifier.source;

import org.jspecify.annotations.Nullable;

/**
 * Input that could not be read as it should. Only {@link Kind#UNREADABLE} leaves a grade unchecked;
 * the other kinds are about bytes that are there, and so are findings (FORMAT §8).
 */
public final class SourceException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What is the matter. */
  public enum Kind {
    /** Not to be had: I/O error, refused, timed out. */
    UNREADABLE,
    /** More bytes than such a file can have. */
    TOO_LARGE,
    /** Not in the content encoding that the response claims. */
    ENCODING
  }

  private final Kind kind;
  private final String path;

  public SourceException(Kind kind, String path, String message) {
    this(kind, path, message, null);
  }

  public SourceException(Kind kind, String path, String message, @Nullable Throwable cause) {
    super(path + ": " + message, cause);
    this.kind = kind;
    this.path = path;
  }

  public Kind kind() {
    return kind;
  }

  /** The file, relative to the ledger. */
  public String path() {
    return path;
  }
}
