/** What can be asked of an agency of the register. */
@NullMarked
@NamedInterface("command")
package org.disclosureledger.service.agency.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
