/** The yearly plans: projects, tracks, indicators, milestones, units; baseline and amendments. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"calendar", "problem", "words"})
package org.waymark.plan;
