/** The yearly plans: projects, tracks, indicators, milestones, units; baseline and amendments. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"calendar"})
package org.waymark.plan;
