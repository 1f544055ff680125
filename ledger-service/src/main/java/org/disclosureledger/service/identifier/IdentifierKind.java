package org.disclosureledger.service.identifier;

/** What a target identifier turns out to be. Names are part of what is hashed: never rename one. */
public enum IdentifierKind {
  /** E.164, e.g. {@code +84900000001}. */
  PHONE,
  /** Case-folded local part, ASCII domain. */
  EMAIL,
  /** Dotted decimal, or RFC 5952; a v4-mapped v6 address is its v4 address. */
  IP,
  /** 15 digits, ITU-T E.212. */
  IMSI,
  /** 14 digits: TAC and serial number, without check digit or software version (3GPP TS 23.003). */
  IMEI,
  /** Anything else: account names, addresses, numbers of papers. */
  TEXT
}
