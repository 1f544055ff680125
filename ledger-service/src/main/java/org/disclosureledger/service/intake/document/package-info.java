/** Documents: uploads, downloads, and the check of their signatures. */
@NullMarked
package org.disclosureledger.service.intake.document;

import org.jspecify.annotations.NullMarked;
