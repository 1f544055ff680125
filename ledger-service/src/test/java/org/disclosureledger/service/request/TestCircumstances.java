package org.disclosureledger.service.request;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.disclosureledger.service.deadline.PolicyInForce;

/**
 * A ledger round the request: its policy, the agencies it knows by their codes, its other requests.
 */
public record TestCircumstances(
    PolicyInForce policies, Map<String, AgencyStanding> agencies, Set<UUID> requests)
    implements Circumstances {
  public static final TestCircumstances NONE = under(PolicyInForce.NONE);

  public static TestCircumstances under(PolicyInForce policies) {
    return new TestCircumstances(policies, Map.of(), Set.of());
  }

  @Override
  public AgencyStanding agency(String code) {
    return agencies.getOrDefault(code, AgencyStanding.UNREGISTERED);
  }

  @Override
  public boolean requestExists(UUID requestId) {
    return requests.contains(requestId);
  }
}
