/** What an auditor remembers from one run to the next, so that rollback and forks show. */
@NullMarked
package org.disclosureledger.verifier.state;

import org.jspecify.annotations.NullMarked;
