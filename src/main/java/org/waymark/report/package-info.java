/** Word, Excel and PDF papers, from the same figures as the screens. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "plan",
      "township",
      "footprint",
      "linearref",
      "completion",
      "progress",
      "evidence",
      "publication",
      "access",
      "calendar",
      "problem",
      "words"
    })
package org.waymark.report;
