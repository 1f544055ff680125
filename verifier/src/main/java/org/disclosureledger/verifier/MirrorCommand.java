package org.disclosureledger.verifier;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.disclosureledger.verifier.check.TrustPolicy;
import org.disclosureledger.verifier.mirror.GrantedDisclosures;
import org.disclosureledger.verifier.mirror.Mirror;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.report.VerificationReport;
import org.disclosureledger.verifier.source.HttpSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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

  private static final Pattern CODE = Pattern.compile("[A-Z_]{1,40}");

  @Mixin LedgerOptions options = new LedgerOptions();

  @Parameters(
      index = "0",
      paramLabel = "URL",
      description = "such as http://localhost:8080/ledgers/demo")
  String url = "";

  @Parameters(index = "1", paramLabel = "DIRECTORY", description = "made if it is not there")
  Path directory = Path.of("");

  @Option(
      names = "--disclosures",
      description =
          "also fetches the names and numbers that were granted to you, anew each time;"
              + " needs --grant and --purpose, and leaves a trace in the ledger")
  boolean disclosures;

  @Option(
      names = "--grant",
      paramLabel = "UUID",
      description = "a grant to fetch disclosures under; repeat it for several")
  List<UUID> grants = List.of();

  @Option(
      names = "--purpose",
      paramLabel = "CODE",
      description = "what they are granted for: AUDIT, INSPECTION or SUPERVISION")
  @Nullable String purpose;

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
    String why = purpose();
    try (HttpSource source = options.http(url, terminal);
        TerminalProgress progress = terminal.progress("mirror")) {
      Mirror mirror =
          new Mirror(source, directory, trust, options.stateStore(), options.required(REQUIRED));
      if (why == null) {
        VerificationReport report = mirror.run(progress);
        terminal.out().print(options.print(report, mirror.summary() + ": " + directory));
        return report.exitCode();
      }
      GrantedDisclosures granted = new GrantedDisclosures(source, grants, why);
      VerificationReport report = mirror.with(granted).run(progress);
      List<String> notes = new ArrayList<>();
      notes.add(mirror.summary() + ": " + directory);
      notes.addAll(granted.told());
      terminal.out().print(options.print(report, notes));
      return report.exitCode();
    }
  }

  /** Null where no disclosures are wanted. */
  private @Nullable String purpose() throws CommandFailure {
    if (!disclosures) {
      if (!grants.isEmpty() || purpose != null) {
        throw new CommandFailure("--grant and --purpose go with --disclosures");
      }
      return null;
    }
    if (grants.isEmpty() || purpose == null) {
      throw new CommandFailure("--disclosures needs --grant UUID and --purpose CODE");
    }
    if (!CODE.matcher(purpose).matches()) {
      throw new CommandFailure("--purpose is a code such as AUDIT");
    }
    return purpose;
  }
}
