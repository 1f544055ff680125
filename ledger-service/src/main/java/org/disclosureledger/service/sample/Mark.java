package org.disclosureledger.service.sample;

/**
 * What a step left behind, for later steps to refer to. Equal to itself only, so that what the
 * ledger answered can be forgotten with the last step that refers to it.
 */
public final class Mark {}
