package org.disclosureledger.service.request.content;

import java.time.Instant;
import org.disclosureledger.service.form.Form;
import org.jspecify.annotations.Nullable;

/**
 * The agent (đại lý) whom a request reached before it came to the enterprise.
 *
 * @param reachedAt when it reached the agent, UTC; not after it reached the enterprise
 */
public record ReachedAgent(@Nullable String name, Instant reachedAt) {

  public ReachedAgent {
    name = Form.text("name", name);
    reachedAt = Form.instant("reachedAt", reachedAt);
  }

  /** Without the name. */
  @Override
  public String toString() {
    return "ReachedAgent[]";
  }
}
