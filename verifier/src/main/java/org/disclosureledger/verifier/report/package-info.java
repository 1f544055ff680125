/** What a verification says: grades, findings, and their text and JSON. */
@NullMarked
package org.disclosureledger.verifier.report;

import org.jspecify.annotations.NullMarked;
