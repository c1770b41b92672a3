/** Accounts, units, roles and scopes, sign-in, the audit log. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"calendar", "problem", "words"})
package org.waymark.access;
