/** What a meeting before the map takes down as tasks, and the views that it goes through. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"plan", "township", "access", "calendar", "problem"})
package org.waymark.meeting;
