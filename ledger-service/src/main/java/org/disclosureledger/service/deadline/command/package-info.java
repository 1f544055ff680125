/** What an administrator can ask about due times. */
@NullMarked
@NamedInterface("command")
package org.disclosureledger.service.deadline.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
