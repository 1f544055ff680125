package org.disclosureledger.service.viewing;

import java.util.List;
import org.disclosureledger.format.ActorRole;
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

  /** Whether this role opens a request's starred values of itself; others do under a grant. */
  public boolean isOfficer() {
    return Purposes.OFFICERS.contains(caller.role());
  }

  /**
   * Whether starred values are asked for: by officers and by who keeps the agency register always,
   * by others when they say for what purpose. Without one they see what is clear, and leave no
   * trace.
   */
  public boolean asksToOpen() {
    return isOfficer() || caller.role() == ActorRole.ADMIN || !said.isEmpty();
  }

  /**
   * @throws CommandRefused with a {@link ViewingRule} when none was said, or none of this role's
   */
  public ViewPurpose purpose() {
    return Purposes.of(said, caller.role());
  }
}
