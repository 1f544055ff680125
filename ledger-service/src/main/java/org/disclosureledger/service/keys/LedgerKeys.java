package org.disclosureledger.service.keys;

/**
 * One ledger's signing keys, all different (FORMAT §3). The authority key belongs off line in
 * production; the embedded default keeps it in a file of its own.
 */
public record LedgerKeys(EntrySigner authority, EntrySigner entry, CheckpointSigner checkpoint) {}
