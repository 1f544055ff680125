package org.disclosureledger.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.disclosureledger.format.FormatLimits;
import org.disclosureledger.verifier.check.ReceiptVerifier;
import org.disclosureledger.verifier.check.ReceiptVerifier.ReceiptFile;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.report.VerificationReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code receipt <file>}. */
@Command(
    name = "receipt",
    mixinStandardHelpOptions = true,
    description = "Verifies one receipt offline: that its entry is in the ledger, and where.")
final class ReceiptCommand implements Callable<Integer> {
  private static final Set<Grade> REQUIRED = Set.of(Grade.TREE, Grade.HEAD);

  @Mixin LedgerOptions options = new LedgerOptions();

  @Parameters(paramLabel = "FILE", description = "the receipt (C2SP tlog-proof)")
  @Nullable Path receipt;

  @Option(
      names = "--enrolment",
      paramLabel = "FILE",
      description =
          "receipt of the ledger.opened or a key.enrolled entry, for the signature; repeatable")
  List<Path> enrolments = List.of();

  private final Terminal terminal;

  ReceiptCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws CommandFailure {
    options.refuseCsv();
    List<ReceiptFile> enrolling = new ArrayList<>();
    for (Path file : enrolments) {
      enrolling.add(read(file));
    }
    VerificationReport report =
        new ReceiptVerifier(options.requiredTrust(), options.stateStore())
            .verify(read(receipt), enrolling, options.required(REQUIRED));
    terminal.out().print(options.print(report));
    return report.exitCode();
  }

  private static ReceiptFile read(@Nullable Path file) throws CommandFailure {
    if (file == null) {
      throw new CommandFailure("say which receipt");
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new CommandFailure("cannot read the receipt " + file + " (no regular file)");
    }
    try (InputStream in = Files.newInputStream(file)) {
      // One byte more than a receipt can have, so that a longer file is refused as one.
      return new ReceiptFile(file.toString(), in.readNBytes(FormatLimits.MAX_RECEIPT_BYTES + 1));
    } catch (IOException e) {
      throw new CommandFailure("cannot read the receipt " + file + " (" + e + ")", e);
    }
  }
}
