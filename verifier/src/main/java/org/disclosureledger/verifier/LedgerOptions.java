package org.disclosureledger.verifier;

import java.net.URI;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.disclosureledger.format.FormatException;
import org.disclosureledger.format.Origin;
import org.disclosureledger.verifier.check.TrustPolicy;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.report.JsonReport;
import org.disclosureledger.verifier.report.TextReport;
import org.disclosureledger.verifier.report.VerificationReport;
import org.disclosureledger.verifier.source.Credentials;
import org.disclosureledger.verifier.source.HttpSource;
import org.disclosureledger.verifier.state.StateStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that all commands share. */
final class LedgerOptions {
  /** How a report is written. */
  enum Format {
    TEXT,
    JSON,
    /** Of a register only. */
    CSV
  }

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "your own C2SP tlog-policy: whose signatures you trust")
  @Nullable Path policy;

  @Option(
      names = "--origin",
      paramLabel = "ORIGIN",
      description = "which ledger of the policy; needed if it lists several")
  @Nullable String origin;

  @Option(
      names = "--state",
      paramLabel = "DIR",
      description = "remembers the last accepted checkpoint, so that rollback and forks show")
  @Nullable Path state;

  @Option(
      names = "--require",
      paramLabel = "GRADE",
      split = ",",
      description = "further grades without which the exit code is 2")
  List<Grade> require = List.of();

  @Option(
      names = "--format",
      paramLabel = "text|json",
      description = "of the report; default text; of a register also csv")
  Format format = Format.TEXT;

  @Option(
      names = "--credentials",
      paramLabel = "FILE",
      description =
          "owner-only file of lines user: password; or set LEDGER_USER and LEDGER_PASSWORD")
  @Nullable Path credentials;

  /** Before the work: a report is no table. */
  void refuseCsv() throws CommandFailure {
    if (format == Format.CSV) {
      throw new CommandFailure("--format csv is for register");
    }
  }

  Optional<TrustPolicy> trust() throws CommandFailure {
    if (policy == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(TrustPolicy.load(policy, parsedOrigin()));
    } catch (TrustPolicy.Unusable e) {
      throw new CommandFailure(String.valueOf(e.getMessage()), e);
    }
  }

  TrustPolicy requiredTrust() throws CommandFailure {
    return trust().orElseThrow(() -> new CommandFailure("--policy FILE is needed for this"));
  }

  private @Nullable Origin parsedOrigin() throws CommandFailure {
    try {
      return origin == null ? null : new Origin(origin);
    } catch (FormatException e) {
      throw new CommandFailure("--origin: " + e.getMessage(), e);
    }
  }

  @Nullable StateStore stateStore() {
    return state == null ? null : new StateStore(state);
  }

  Set<Grade> required(Set<Grade> byDefault) {
    Set<Grade> required = EnumSet.copyOf(byDefault);
    required.addAll(require);
    return required;
  }

  HttpSource http(String url, Terminal terminal) throws CommandFailure {
    try {
      URI base = HttpSource.parse(url);
      Credentials own = Credentials.find(terminal.environment(), credentials).orElse(null);
      HttpSource source = new HttpSource(base, own);
      if (source.showsCredentials()) {
        terminal.err().println("verifier: the password goes to " + base.getHost() + " unencrypted");
      }
      return source;
    } catch (IllegalArgumentException | Credentials.Unusable e) {
      throw new CommandFailure(String.valueOf(e.getMessage()), e);
    }
  }

  String print(VerificationReport report, String... notes) {
    return print(report, List.of(notes));
  }

  String print(VerificationReport report, List<String> notes) {
    return switch (format) {
      case TEXT -> TextReport.of(report, notes);
      case JSON -> JsonReport.of(report);
      case CSV -> throw new IllegalStateException("refused before");
    };
  }
}
