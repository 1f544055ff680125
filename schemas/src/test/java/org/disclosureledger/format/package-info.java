/** Tests beside what they test. */
@NullMarked
package org.disclosureledger.format;

import org.jspecify.annotations.NullMarked;
