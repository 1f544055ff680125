@NullMarked
package org.disclosureledger.verifier.figures;

import org.jspecify.annotations.NullMarked;
