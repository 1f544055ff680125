package org.disclosureledger.verifier.conduct;

import java.io.IOException;
import java.nio.file.Path;
import org.disclosureledger.verifier.ledger.TestLedger;

/** Writes {@code schemas/vectors/conduct} and {@code schemas/vectors/reports} anew. */
final class ConductVectorGenerator {
  private ConductVectorGenerator() {}

  /** The one argument is the folder {@code schemas/vectors}. */
  public static void main(String[] args) throws IOException {
    TestLedger.write(Path.of(args[0], "conduct"), ConductVectors.files());
    TestLedger.write(Path.of(args[0], "reports"), ReportVectors.files());
  }
}
