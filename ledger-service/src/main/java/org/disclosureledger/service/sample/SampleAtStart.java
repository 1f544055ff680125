package org.disclosureledger.service.sample;

import java.time.InstantSource;
import org.disclosureledger.service.database.StartRefused;
import org.disclosureledger.service.disclosure.ActorRegistry;
import org.disclosureledger.service.intake.CommandDispatcher;
import org.disclosureledger.service.opening.LedgerOpener;
import org.disclosureledger.service.opening.PolicyFile;
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

  private final SampleFiller filler;
  private final PolicyFile policyFile;
  private final int requests;
  private final long seed;

  SampleAtStart(
      LedgerOpener opener,
      LedgerClocks clocks,
      CommandDispatcher dispatcher,
      ActorRegistry actors,
      EntryStore store,
      PolicyFile policyFile,
      @Value("${ledger.sample}") int requests,
      @Value("${ledger.sample-seed:2026}") long seed) {
    if (requests < 1 || requests > MOST) {
      throw new StartRefused("--ledger.sample takes a number of requests from 1 to " + MOST);
    }
    this.filler = new SampleFiller(opener, clocks, dispatcher, actors, store);
    this.policyFile = policyFile;
    this.requests = requests;
    this.seed = seed;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    filler.register();
    policyFile.write();
    long commands = filler.fill(seed, requests, InstantSource.system());
    System.out.println(
        commands == 0
            ? "Sổ mẫu đã có dữ liệu, giữ nguyên / the sample ledger has entries already and stays"
            : "Sổ mẫu: " + commands + " lệnh / the sample ledger took " + commands + " commands");
  }
}
