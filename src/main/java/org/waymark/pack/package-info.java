/** Offline packs for phones: whole footprints touching a township, format number, ETag. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "plan",
      "township",
      "footprint",
      "progress",
      "geojson",
      "access",
      "problem"
    })
package org.waymark.pack;
