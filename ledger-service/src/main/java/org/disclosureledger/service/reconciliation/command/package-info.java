/** What can be asked of a reconciliation. */
@NullMarked
@NamedInterface("command")
package org.disclosureledger.service.reconciliation.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
