/** The domain's rules, replayed over the entries alone; {@code check} shows them the leaves. */
@NullMarked
package org.disclosureledger.verifier.conduct;

import org.jspecify.annotations.NullMarked;
