package org.disclosureledger.verifier;

import java.io.PrintWriter;
import java.util.Map;

/**
 * Where a command's output goes and its environment comes from.
 *
 * @param interactive whether standard error is watched by a person
 */
record Terminal(
    PrintWriter out, PrintWriter err, Map<String, String> environment, boolean interactive) {

  TerminalProgress progress(String task) {
    return new TerminalProgress(task, interactive);
  }
}
