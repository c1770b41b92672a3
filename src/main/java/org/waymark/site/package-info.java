/** Serves the pages and WebJars; turns errors into RFC 9457 problems. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"access", "calendar", "plan", "problem", "words"})
package org.waymark.site;
