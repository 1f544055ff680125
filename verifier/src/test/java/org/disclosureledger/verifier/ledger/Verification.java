package org.disclosureledger.verifier.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.disclosureledger.verifier.check.LedgerVerifier;
import org.disclosureledger.verifier.check.Progress;
import org.disclosureledger.verifier.check.TrustPolicy;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.report.VerificationReport;
import org.disclosureledger.verifier.source.DirectorySource;
import org.disclosureledger.verifier.source.LedgerSource;
import org.disclosureledger.verifier.state.StateStore;
import org.jspecify.annotations.Nullable;

/** Verifies test ledgers in a temporary directory. */
public final class Verification {
  public static final Set<Grade> REQUIRED =
      Set.of(Grade.ENTRIES, Grade.STREAMS, Grade.TREE, Grade.HEAD);

  private final LedgerVerifier verifier = new LedgerVerifier(new MemoizedEd25519());
  private final Path directory;
  private final TrustPolicy trust;
  private @Nullable StateStore state;

  public Verification(Path directory) throws Exception {
    this.directory = directory;
    this.trust = TrustPolicy.load(TestLedger.writePolicy(directory.resolve("policy.txt")), null);
  }

  public Verification withState() {
    state = new StateStore(directory.resolve("state"));
    return this;
  }

  public Path export() {
    return directory.resolve("export");
  }

  public VerificationReport of(TestLedger ledger) throws IOException {
    return of(ledger.files());
  }

  public VerificationReport of(Map<String, byte[]> files) throws IOException {
    TestLedger.write(export(), files);
    return ofExport();
  }

  /** The export as it lies. */
  public VerificationReport ofExport() throws IOException {
    return of(new DirectorySource(export()));
  }

  public VerificationReport of(LedgerSource source) throws IOException {
    return of(source, trust);
  }

  public VerificationReport of(LedgerSource source, @Nullable TrustPolicy policy)
      throws IOException {
    return of(source, policy, Progress.NONE);
  }

  /** The same, and tells how it gets on. */
  public VerificationReport of(TestLedger ledger, Progress progress) throws IOException {
    TestLedger.write(export(), ledger.files());
    return of(new DirectorySource(export()), trust, progress);
  }

  private VerificationReport of(
      LedgerSource source, @Nullable TrustPolicy policy, Progress progress) {
    return verifier.verify(source, new LedgerVerifier.Options(policy, state, REQUIRED), progress);
  }
}
