package org.disclosureledger.service.viewing;

import java.util.List;
import org.disclosureledger.service.dispatch.Caller;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.vocabulary.ViewPurpose;

/**
 * Who looks, and why, as the header {@code Purpose} says: asked for only where something starred is
 * opened. A header and no part of the address: a link passed on carries nobody's purpose.
 *
 * @param said each header of that name
 */
public record Viewer(Caller caller, List<String> said) {
  public static final String HEADER = "Purpose";

  /** Whether this role opens starred values of itself; the others do under a grant. */
  public boolean isOfficer() {
    return Purposes.OFFICERS.contains(caller.role());
  }

  /**
   * Whether starred values are asked for: by officers always, by others when they say for what
   * purpose. Without one they see what their role sees, and leave no trace.
   */
  public boolean asksToOpen() {
    return isOfficer() || !said.isEmpty();
  }

  /**
   * @throws CommandRefused with a {@link ViewingRule} when none was said, or none of this role's
   */
  public ViewPurpose purpose() {
    return Purposes.of(said, caller.role());
  }
}
