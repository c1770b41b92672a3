/** Where a project lies on the ground; versions; the split of a line by township. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "plan",
      "township",
      "linearref",
      "geojson",
      "calendar",
      "access",
      "problem",
      "words"
    })
package org.waymark.footprint;
