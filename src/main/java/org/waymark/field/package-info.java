/** What phones send beside reports: notices of work, raw walks, rescued outboxes. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "plan",
      "footprint",
      "linearref",
      "completion",
      "evidence",
      "progress",
      "access",
      "calendar",
      "problem",
      "words"
    })
package org.waymark.field;
