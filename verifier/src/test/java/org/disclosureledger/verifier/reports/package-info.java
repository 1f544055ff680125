@NullMarked
package org.disclosureledger.verifier.reports;

import org.jspecify.annotations.NullMarked;
