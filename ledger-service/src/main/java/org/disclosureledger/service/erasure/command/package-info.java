/** What can be asked about personal data. */
@NullMarked
@NamedInterface("command")
package org.disclosureledger.service.erasure.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
