/** The whole district in one file, and back from it on an empty system. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"access", "calendar", "plan", "problem", "progress"})
package org.waymark.archive;
