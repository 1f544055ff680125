/** What can be asked about grants. */
@NullMarked
@NamedInterface("command")
package org.disclosureledger.service.grant.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
