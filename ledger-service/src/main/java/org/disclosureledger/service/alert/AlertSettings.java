package org.disclosureledger.service.alert;

import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When to alert, and whom.
 *
 * @param every how often it is looked
 * @param dueSoon how long before its due time a request is due soon
 * @param emergencyDueSoon the same of an emergency
 * @param reportDue how long after its period a report is to be submitted
 * @param reportNotice how long before that it is told
 * @param calendarNotice how long before its end a working calendar has to be replaced
 * @param mailFrom sender; without one nothing is mailed
 * @param mailTo recipients by ledger
 * @param mailWithin how old an alert may be that is mailed; older ones stand in the list alone, so
 *     that what was raised before mail was set up does not flood
 */
@ConfigurationProperties("ledger.alerts")
public record AlertSettings(
    @DefaultValue("30s") Duration every,
    @DefaultValue("4h") Duration dueSoon,
    @DefaultValue("1h") Duration emergencyDueSoon,
    @DefaultValue("15d") Period reportDue,
    @DefaultValue("5d") Period reportNotice,
    @DefaultValue("60d") Period calendarNotice,
    @Nullable String mailFrom,
    @DefaultValue Map<String, List<String>> mailTo,
    @DefaultValue("3d") Duration mailWithin) {

  public AlertSettings {
    mailTo = Map.copyOf(mailTo);
  }
}
