/** Reports from the field and the units, and their reviews. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "plan",
      "township",
      "footprint",
      "linearref",
      "evidence",
      "access",
      "calendar",
      "problem",
      "words"
    })
package org.waymark.completion;
