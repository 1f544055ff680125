/** What can be asked of an inspection, drill or voluntary report. */
@NullMarked
@NamedInterface("command")
package org.disclosureledger.service.oversight.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
