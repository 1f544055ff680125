/** The HTTP API: commands in, read models and problems out. */
@NullMarked
package org.disclosureledger.service.intake;

import org.jspecify.annotations.NullMarked;
