/**
 * One stream of small notices that something changed; holds no data. A module whose news belongs on
 * it publishes, in its own transaction, an event that implements {@link
 * org.waymark.live.LiveChange}.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"plan", "footprint", "completion", "progress", "access", "problem"})
package org.waymark.live;
