/** Tests beside what they test. */
@NullMarked
package org.disclosureledger.format.merkle;

import org.jspecify.annotations.NullMarked;
