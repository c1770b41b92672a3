/** The screens in halls: pairing, playlists, signs of life, and what each may read. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "plan",
      "township",
      "publication",
      "live",
      "access",
      "calendar",
      "problem",
      "words"
    })
package org.waymark.board;
