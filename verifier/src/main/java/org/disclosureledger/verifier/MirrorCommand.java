package org.disclosureledger.verifier;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import org.disclosureledger.verifier.check.TrustPolicy;
import org.disclosureledger.verifier.mirror.Mirror;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.report.VerificationReport;
import org.disclosureledger.verifier.source.HttpSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code mirror <URL> <directory>}. */
@Command(
    name = "mirror",
    mixinStandardHelpOptions = true,
    description =
        "Copies a server's ledger into an export directory, checking every file it fetches."
            + " Repeat it to resume or to bring the copy up to date.")
final class MirrorCommand implements Callable<Integer> {
  private static final Set<Grade> REQUIRED = Set.of(Grade.TREE, Grade.HEAD);

  @Mixin LedgerOptions options = new LedgerOptions();

  @Parameters(
      index = "0",
      paramLabel = "URL",
      description = "such as http://localhost:8080/ledgers/demo")
  String url = "";

  @Parameters(index = "1", paramLabel = "DIRECTORY", description = "made if it is not there")
  Path directory = Path.of("");

  private final Terminal terminal;

  MirrorCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws CommandFailure, IOException {
    options.refuseCsv();
    TrustPolicy trust = options.requiredTrust();
    if (!HttpSource.isUrl(url)) {
      throw new CommandFailure(url + " is no http or https URL");
    }
    try (HttpSource source = options.http(url, terminal);
        TerminalProgress progress = terminal.progress("mirror")) {
      Mirror mirror =
          new Mirror(source, directory, trust, options.stateStore(), options.required(REQUIRED));
      VerificationReport report = mirror.run(progress);
      terminal.out().print(options.print(report, mirror.summary() + ": " + directory));
      return report.exitCode();
    }
  }
}
