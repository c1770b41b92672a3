/** Codes, names, boundaries; which township a geometry falls in. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"calendar", "geojson", "linearref", "problem", "words"})
package org.waymark.township;
