/** Achieved against planned by indicator, track, project, township and day; lights. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "plan",
      "township",
      "footprint",
      "linearref",
      "geojson",
      "completion",
      "calendar",
      "access",
      "problem",
      "words"
    })
package org.waymark.progress;
