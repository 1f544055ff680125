/** What people ask the ledger to do with one request. */
@NullMarked
@NamedInterface("command")
package org.disclosureledger.service.request.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
