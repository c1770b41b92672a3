/** What an operator does from the shell: loads a plan and the ground, resets a password. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "access",
      "archive",
      "calendar",
      "footprint",
      "intake",
      "plan",
      "problem",
      "progress",
      "township",
      "words"
    })
package org.waymark.command;
