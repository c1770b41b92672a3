/** What the public is shown: approved snapshots, an allow-list with suppression, public photos. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "plan",
      "township",
      "footprint",
      "progress",
      "live",
      "evidence",
      "completion",
      "calendar",
      "access",
      "problem",
      "words"
    })
package org.waymark.publication;
