/**
 * Grants: an approver lets a role, or one person of it, open the starred values of one request, for
 * one purpose and a time. Rules and decision, pure; who stands under one is asked by {@code
 * viewing}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"envelope", "vocabulary", "form"})
package org.disclosureledger.service.grant;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
