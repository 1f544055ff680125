/** Projection: the register of requests, one row each, never a starred value. */
@NullMarked
package org.disclosureledger.service.register;

import org.jspecify.annotations.NullMarked;
