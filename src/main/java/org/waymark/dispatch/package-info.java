/** What is due, what waits for whom, what nobody has spoken of for long. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "plan",
      "progress",
      "completion",
      "access",
      "calendar",
      "problem",
      "words"
    })
package org.waymark.dispatch;
