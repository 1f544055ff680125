package org.disclosureledger.service.sample;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.disclosureledger.service.attachment.AttachmentIntake;
import org.disclosureledger.service.database.StartRefused;
import org.disclosureledger.service.disclosure.ActorRegistry;
import org.disclosureledger.service.dispatch.CommandDispatcher;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.figures.FigureSource;
import org.disclosureledger.service.figures.FiguresBehind;
import org.disclosureledger.service.opening.LedgerOpener;
import org.disclosureledger.service.opening.PolicyFile;
import org.disclosureledger.service.reconciliation.ReconciliationRule;
import org.disclosureledger.service.reconciliationregister.RegisterComparison;
import org.disclosureledger.service.sealing.EntryStore;
import org.disclosureledger.service.sealing.LedgerClocks;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** {@code --ledger.sample=2000}: fills the sample ledger at start; {@code --ledger.sample-seed}. */
@Component
@ConditionalOnProperty("ledger.sample")
class SampleAtStart implements ApplicationRunner {
  private static final int MOST = 1_000_000;

  /** To find the register abreast of a ledger that grows as fast as it can. */
  private static final int ATTEMPTS = 60;

  private final SampleFiller filler;
  private final PolicyFile policyFile;
  private final Path dataDir;
  private final int requests;
  private final long seed;

  SampleAtStart(
      LedgerOpener opener,
      LedgerClocks clocks,
      CommandDispatcher dispatcher,
      ActorRegistry actors,
      EntryStore store,
      AttachmentIntake intake,
      RegisterComparison comparison,
      FigureSource figures,
      PolicyFile policyFile,
      @Value("${ledger.data-dir:data}") Path dataDir,
      @Value("${ledger.sample}") int requests,
      @Value("${ledger.sample-seed:2026}") long seed) {
    if (requests < 1 || requests > MOST) {
      throw new StartRefused("--ledger.sample takes a number of requests from 1 to " + MOST);
    }
    this.filler =
        new SampleFiller(
            opener,
            clocks,
            dispatcher,
            actors,
            store,
            documents(intake),
            lists(comparison),
            abreast(figures),
            dataDir);
    this.policyFile = policyFile;
    this.dataDir = dataDir;
    this.requests = requests;
    this.seed = seed;
  }

  private static SampleDocuments documents(AttachmentIntake intake) {
    return (place, document, name) -> {
      try {
        return intake.receive(place, new ByteArrayInputStream(document), name);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot store " + name, e);
      }
    };
  }

  private static SampleLists lists(RegisterComparison comparison) {
    return (ledger, id, agency, period, csv) -> {
      for (int attempt = 1; ; attempt++) {
        try {
          return comparison.of(id, ledger, agency, period, csv);
        } catch (CommandRefused refused) {
          // Each attempt waits a while itself.
          if (refused.rule() != ReconciliationRule.REGISTER_BEHIND || attempt == ATTEMPTS) {
            throw refused;
          }
        }
      }
    };
  }

  private static FigureSource abreast(FigureSource figures) {
    return (ledger, period, asOf) -> {
      for (int attempt = 1; ; attempt++) {
        try {
          return figures.stated(ledger, period, asOf);
        } catch (FiguresBehind behind) {
          // Each attempt waits a while itself.
          if (attempt == ATTEMPTS) {
            throw behind;
          }
        }
      }
    };
  }

  @Override
  public void run(ApplicationArguments arguments) {
    long commands = filler.fill(seed, requests, InstantSource.system(), policyFile::write);
    System.out.println(said(commands, filler.interrupted(), dataDir));
  }

  static String said(long commands, boolean interrupted, Path dataDir) {
    if (commands > 0) {
      return "Sổ mẫu: " + commands + " lệnh / the sample ledger took " + commands + " commands";
    }
    if (interrupted) {
      Path folder = dataDir.toAbsolutePath().normalize();
      return """
      Sổ mẫu còn dở dang vì lần tạo trước bị ngắt, và được giữ nguyên. Muốn tạo lại: dừng dịch vụ, \
      xóa thư mục %1$s (mất mọi sổ và khóa trong đó).
      The sample ledger is incomplete: an earlier start was interrupted. It stays as it is. For a \
      new one stop the service and remove the folder %1$s (with every ledger and key in it).\
      """
          .formatted(folder);
    }
    return "Sổ mẫu đã có dữ liệu, giữ nguyên / the sample ledger has entries already and stays";
  }
}
