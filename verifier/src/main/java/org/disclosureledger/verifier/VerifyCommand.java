package org.disclosureledger.verifier;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Callable;
import org.disclosureledger.verifier.check.LedgerVerifier;
import org.disclosureledger.verifier.report.Findings;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.report.VerificationReport;
import org.disclosureledger.verifier.source.DirectorySource;
import org.disclosureledger.verifier.source.HttpSource;
import org.disclosureledger.verifier.source.LedgerSource;
import org.disclosureledger.verifier.source.SourceException;
import org.disclosureledger.verifier.topic.TopicAddress;
import org.disclosureledger.verifier.topic.TopicLedger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code verify <directory | URL | kafka:…>}. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description =
        "Verifies a whole ledger: an export directory, a server's ledger by its URL, or what"
            + " stands in its Kafka topics.")
final class VerifyCommand implements Callable<Integer> {
  static final Set<Grade> REQUIRED = Set.of(Grade.ENTRIES, Grade.STREAMS, Grade.TREE, Grade.HEAD);

  @Mixin LedgerOptions options = new LedgerOptions();

  @Parameters(
      paramLabel = "SOURCE",
      description =
          "export directory, URL such as http://localhost:8080/ledgers/demo, or topics such as"
              + " kafka:localhost:9092/demo")
  String source = "";

  @Option(
      names = "--kafka",
      paramLabel = "FILE",
      description = "settings of Kafka's clients, as for TLS and SASL (Java properties)")
  @Nullable Path kafka;

  @Option(
      names = "--topic-prefix",
      paramLabel = "TEXT",
      description = "what the topics' names begin with; default ${DEFAULT-VALUE}")
  String topicPrefix = "disclosure-ledger";

  @Option(
      names = "--predecessor",
      paramLabel = "SOURCE",
      description =
          "export directory or URL of the ledger on which this one follows: verified by itself,"
              + " then held against what leaf 0 says of it")
  @Nullable String predecessor;

  private final Terminal terminal;

  VerifyCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws CommandFailure {
    options.refuseCsv();
    VerificationReport report;
    String given = predecessor;
    if (given == null) {
      report = verify(null);
    } else if (HttpSource.isUrl(given)) {
      try (HttpSource before = options.http(given, terminal)) {
        report = verify(before);
      }
    } else {
      report = verify(directory(given));
    }
    terminal.out().print(options.print(report));
    return report.exitCode();
  }

  private VerificationReport verify(@Nullable LedgerSource before) throws CommandFailure {
    LedgerVerifier.Options against =
        new LedgerVerifier.Options(
            options.trust().orElse(null), options.stateStore(), options.required(REQUIRED), before);
    if (source.startsWith(TopicAddress.SCHEME)) {
      return topics(against);
    }
    if (HttpSource.isUrl(source)) {
      try (HttpSource http = options.http(source, terminal)) {
        return verify(http, against);
      }
    }
    return verify(directory(source), against);
  }

  private static DirectorySource directory(String name) throws CommandFailure {
    Path directory = Path.of(name);
    if (!Files.isDirectory(directory)) {
      throw new CommandFailure(name + " is no directory and no http or https URL");
    }
    return new DirectorySource(directory);
  }

  private VerificationReport topics(LedgerVerifier.Options against) throws CommandFailure {
    Findings findings = new Findings();
    try (TerminalProgress reading = terminal.progress("read");
        TopicLedger topics =
            TopicLedger.read(address(), settings(), TopicLedger.PATIENCE, findings, reading);
        TerminalProgress progress = terminal.progress("verify")) {
      LedgerSource copy = new DirectorySource(topics.directory(), source);
      return new LedgerVerifier().verify(copy, against, progress, findings);
    } catch (SourceException | IOException e) {
      throw new CommandFailure(String.valueOf(e.getMessage()), e);
    }
  }

  private TopicAddress address() throws CommandFailure {
    try {
      return TopicAddress.parse(source, topicPrefix);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(String.valueOf(e.getMessage()), e);
    }
  }

  private Map<String, String> settings() throws CommandFailure {
    Map<String, String> settings = new HashMap<>();
    if (kafka == null) {
      return settings;
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(kafka)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new CommandFailure(kafka + " cannot be read: " + e.getMessage(), e);
    }
    properties.stringPropertyNames().forEach(key -> settings.put(key, properties.getProperty(key)));
    return settings;
  }

  private VerificationReport verify(LedgerSource from, LedgerVerifier.Options against) {
    try (TerminalProgress progress = terminal.progress("verify")) {
      return new LedgerVerifier().verify(from, against, progress);
    }
  }
}
