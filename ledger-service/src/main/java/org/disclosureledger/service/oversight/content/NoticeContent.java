package org.disclosureledger.service.oversight.content;

import java.time.Instant;
import org.disclosureledger.service.form.Form;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.InformantKind;
import org.jspecify.annotations.Nullable;

/**
 * A voluntary report (tin báo): somebody reported an offence of their own accord.
 *
 * @param receivedAt when it came in, as claimed, UTC
 * @param informant who it was, if said
 */
public record NoticeContent(
    Instant receivedAt,
    Channel channel,
    InformantKind by,
    String subject,
    @Nullable String informant)
    implements OversightContent {

  public NoticeContent {
    receivedAt = Form.instant("receivedAt", receivedAt);
    channel = Form.required("channel", channel);
    by = Form.required("by", by);
    subject = Form.name("subject", Form.MAX_TEXT, subject);
    informant = Form.text("informant", informant);
  }

  @Override
  public OversightKind kind() {
    return OversightKind.NOTICE;
  }

  /** Without the values: commands hold personal data in clear. */
  @Override
  public String toString() {
    return "NoticeContent";
  }
}
