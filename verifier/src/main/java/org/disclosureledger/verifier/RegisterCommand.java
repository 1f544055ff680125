package org.disclosureledger.verifier;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.disclosureledger.verifier.check.LedgerVerifier;
import org.disclosureledger.verifier.check.RegisterListing;
import org.disclosureledger.verifier.report.RegisterReport;
import org.disclosureledger.verifier.report.TextReport;
import org.disclosureledger.verifier.report.VerificationReport;
import org.disclosureledger.verifier.source.DirectorySource;
import org.disclosureledger.verifier.source.HttpSource;
import org.disclosureledger.verifier.source.LedgerSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * {@code register <directory | URL>}: the register goes to standard output, how the ledger itself
 * verified to standard error and into the exit code.
 */
@Command(
    name = "register",
    mixinStandardHelpOptions = true,
    description =
        "Derives the register of requests (số đến) from a ledger's entries alone,"
            + " verifying the ledger on the way.")
final class RegisterCommand implements Callable<Integer> {
  @Mixin LedgerOptions options = new LedgerOptions();

  @Parameters(
      paramLabel = "SOURCE",
      description = "export directory, or URL such as http://localhost:8080/ledgers/demo")
  String source = "";

  private final Terminal terminal;

  RegisterCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws CommandFailure {
    LedgerVerifier.Options against =
        new LedgerVerifier.Options(
            options.trust().orElse(null),
            options.stateStore(),
            options.required(VerifyCommand.REQUIRED));
    if (HttpSource.isUrl(source)) {
      try (HttpSource http = options.http(source, terminal)) {
        return list(http, against);
      }
    }
    Path directory = Path.of(source);
    if (!Files.isDirectory(directory)) {
      throw new CommandFailure(source + " is no directory and no http or https URL");
    }
    return list(new DirectorySource(directory), against);
  }

  private int list(LedgerSource from, LedgerVerifier.Options against) {
    RegisterListing listing = new RegisterListing();
    VerificationReport report;
    try (TerminalProgress progress = terminal.progress("register")) {
      report = new LedgerVerifier().verify(from, against, progress, listing);
    }
    terminal
        .out()
        .print(
            switch (options.format) {
              case TEXT -> RegisterReport.text(listing.lines());
              case CSV -> RegisterReport.csv(listing.lines());
              case JSON -> RegisterReport.json(listing.lines(), report);
            });
    terminal.out().flush();
    boolean sound = report.exitCode() == VerificationReport.EXIT_OK;
    terminal.err().print(sound ? TextReport.verdict(report) : TextReport.of(report));
    return report.exitCode();
  }
}
