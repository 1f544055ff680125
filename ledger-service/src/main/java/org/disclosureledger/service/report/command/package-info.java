/** What can be asked of a report. */
@NullMarked
@NamedInterface("command")
package org.disclosureledger.service.report.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
