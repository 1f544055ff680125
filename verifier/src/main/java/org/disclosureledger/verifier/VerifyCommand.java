package org.disclosureledger.verifier;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import org.disclosureledger.verifier.check.LedgerVerifier;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.report.VerificationReport;
import org.disclosureledger.verifier.source.DirectorySource;
import org.disclosureledger.verifier.source.HttpSource;
import org.disclosureledger.verifier.source.LedgerSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code verify <directory | URL>}. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = "Verifies a whole ledger: an export directory, or a server's ledger by its URL.")
final class VerifyCommand implements Callable<Integer> {
  static final Set<Grade> REQUIRED = Set.of(Grade.ENTRIES, Grade.STREAMS, Grade.TREE, Grade.HEAD);

  @Mixin LedgerOptions options = new LedgerOptions();

  @Parameters(
      paramLabel = "SOURCE",
      description = "export directory, or URL such as http://localhost:8080/ledgers/demo")
  String source = "";

  private final Terminal terminal;

  VerifyCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws CommandFailure {
    options.refuseCsv();
    LedgerVerifier.Options against =
        new LedgerVerifier.Options(
            options.trust().orElse(null), options.stateStore(), options.required(REQUIRED));
    VerificationReport report;
    if (HttpSource.isUrl(source)) {
      try (HttpSource http = options.http(source, terminal)) {
        report = verify(http, against);
      }
    } else {
      Path directory = Path.of(source);
      if (!Files.isDirectory(directory)) {
        throw new CommandFailure(source + " is no directory and no http or https URL");
      }
      report = verify(new DirectorySource(directory), against);
    }
    terminal.out().print(options.print(report));
    return report.exitCode();
  }

  private VerificationReport verify(LedgerSource from, LedgerVerifier.Options against) {
    try (TerminalProgress progress = terminal.progress("verify")) {
      return new LedgerVerifier().verify(from, against, progress);
    }
  }
}
