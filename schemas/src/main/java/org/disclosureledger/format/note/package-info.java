/** Signed notes after C2SP: checkpoints, cosignatures, policies, receipts. */
@NullMarked
package org.disclosureledger.format.note;

import org.jspecify.annotations.NullMarked;
