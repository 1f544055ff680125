/** What is done with one request: bodies in, commands out. */
@NullMarked
package org.disclosureledger.service.intake.request;

import org.jspecify.annotations.NullMarked;
