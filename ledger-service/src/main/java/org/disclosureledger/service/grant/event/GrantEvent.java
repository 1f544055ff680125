package org.disclosureledger.service.grant.event;

/** What stands in {@code access/<request id>} of grants. */
public sealed interface GrantEvent permits DisclosureGranted, DisclosureRevoked {}
