package org.disclosureledger.service.oversight.command;

import java.time.Instant;
import java.util.UUID;
import org.disclosureledger.service.form.Form;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.InformantKind;
import org.jspecify.annotations.Nullable;

/**
 * Records that somebody reported an offence of their own accord.
 *
 * @param receivedAt when it came in, as claimed, UTC
 * @param informant who it was, if said
 * @param correction whether it replaces what the stream shows, which stays in its history
 */
public record RecordNotice(
    UUID id,
    boolean correction,
    Instant receivedAt,
    Channel channel,
    InformantKind by,
    String subject,
    @Nullable String informant)
    implements OversightCommand {

  public RecordNotice {
    id = Form.required("id", id);
    receivedAt = Form.instant("receivedAt", receivedAt);
    channel = Form.required("channel", channel);
    by = Form.required("by", by);
    subject = Form.name("subject", Form.MAX_TEXT, subject);
    informant = Form.text("informant", informant);
  }

  /** Without the values: commands hold personal data in clear. */
  @Override
  public String toString() {
    return "RecordNotice[" + id + "]";
  }
}
