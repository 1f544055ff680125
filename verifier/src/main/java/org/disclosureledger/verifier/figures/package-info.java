/** The figures of REPORTS.md, counted from the entries alone: a fold of them, and what it gives. */
@NullMarked
package org.disclosureledger.verifier.figures;

import org.jspecify.annotations.NullMarked;
