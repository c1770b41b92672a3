/** Reads notices, workbooks and GIS files; checks, previews, saves. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "plan",
      "footprint",
      "completion",
      "progress",
      "township",
      "linearref",
      "geojson",
      "calendar",
      "access",
      "problem",
      "words"
    })
package org.waymark.intake;
