/**
 * What due times rest on: the policy and the working calendar in force, and others in their place.
 */
@NullMarked
package org.disclosureledger.service.intake.deadline;

import org.jspecify.annotations.NullMarked;
