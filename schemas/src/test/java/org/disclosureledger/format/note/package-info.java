/** Tests beside what they test. */
@NullMarked
package org.disclosureledger.format.note;

import org.jspecify.annotations.NullMarked;
