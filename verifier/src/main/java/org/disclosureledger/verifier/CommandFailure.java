package org.disclosureledger.verifier;

import org.jspecify.annotations.Nullable;

/** A command cannot do what it is asked; the message is the one line the user gets. Exit code 2. */
final class CommandFailure extends Exception {
  private static final long serialVersionUID = 1L;

  CommandFailure(String message) {
    this(message, null);
  }

  CommandFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
