/** Who is calling, and what that role may do. */
@NullMarked
package org.disclosureledger.service.access;

import org.jspecify.annotations.NullMarked;
