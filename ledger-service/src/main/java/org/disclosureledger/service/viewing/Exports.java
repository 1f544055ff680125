package org.disclosureledger.service.viewing;

import java.util.UUID;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.grant.GrantRule;
import org.disclosureledger.service.projection.RequestStream;
import org.disclosureledger.service.sealing.DisclosureFiles;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.springframework.stereotype.Component;

/** The way out for disclosures as files: under a grant alone, each recorded before it is given. */
@Component
public class Exports {
  private final Access access;
  private final Trace trace;
  private final DisclosureFiles files;

  Exports(Access access, Trace trace, DisclosureFiles files) {
    this.access = access;
    this.trace = trace;
    this.files = files;
  }

  /** An export that may be made. */
  public static final class Permitted {
    private final UUID request;
    private final Access.Basis basis;

    private Permitted(UUID request, Access.Basis basis) {
      this.request = request;
      this.basis = basis;
    }

    /** Whose disclosures it may hold. */
    public StreamId stream() {
      return RequestStream.of(request);
    }
  }

  /**
   * @param grant its id is that of the entry by which it was given
   * @throws CommandRefused with a {@link ViewingRule} or a {@link GrantRule}
   */
  public Permitted permitted(LedgerDescription ledger, Viewer viewer, UUID grant) {
    viewer.purpose();
    UUID request =
        files
            .streamOf(ledger, grant)
            .flatMap(stream -> RequestStream.id(stream, "access/"))
            .orElseThrow(GrantReading::none);
    return new Permitted(request, access.under(ledger, viewer, request, grant));
  }

  /**
   * When it returns, the export is under a signed checkpoint.
   *
   * @param disclosures how many are given out, at least one
   * @throws CommandRefused when it cannot be recorded: then nothing is to be given out
   */
  public void record(
      LedgerDescription ledger, Viewer viewer, Permitted permitted, int disclosures) {
    Access.Basis basis = permitted.basis;
    trace.exported(
        ledger,
        viewer.caller(),
        permitted.request,
        new RecordExported(basis.purpose(), basis.grant(), disclosures),
        access.permission(ledger, viewer, permitted.request, basis));
  }
}
