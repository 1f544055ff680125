package org.disclosureledger.service.wire;

import org.disclosureledger.service.envelope.RefusalRule;
import org.springframework.stereotype.Component;

/** Reads a command's body that came another way than over HTTP, as strictly. */
@Component
public class CommandReader {
  private final StrictJson json = new StrictJson();

  /** The most bytes that a body may have. */
  public static final int MAX_BYTES = BodyLimitFilter.MAX_BODY_BYTES;

  /**
   * @throws InputRefused naming problem type and pointer
   */
  public <T extends CommandBody> T read(byte[] body, Class<T> type) {
    if (body.length > MAX_BYTES) {
      throw new InputRefused(ProblemType.BODY_TOO_LARGE, "at most " + MAX_BYTES + " bytes");
    }
    return json.read(body, type);
  }

  /** The rule that input broke. */
  public static RefusalRule rule(InputRefused refused) {
    return refused.type();
  }
}
