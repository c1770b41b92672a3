/** Vector tiles by scope and for the public: a layer is a SQL function, its bytes are kept. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "access",
      "calendar",
      "plan",
      "township",
      "footprint",
      "progress",
      "live",
      "publication",
      "problem"
    })
package org.waymark.tiles;
