/** Signature verification for entries and notes, by the one rule of FORMAT §3. */
@NullMarked
package org.disclosureledger.verifier.crypto;

import org.jspecify.annotations.NullMarked;
