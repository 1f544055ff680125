package org.disclosureledger.service.wire;

/**
 * The body of a command as clients write it. Records of their own, so that the domain can change
 * its commands without breaking clients. A member not marked nullable must be given.
 */
public interface CommandBody {}
