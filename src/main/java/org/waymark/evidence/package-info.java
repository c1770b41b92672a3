/** Photos and attachments: hash, thumbnail, who may see them. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"access", "calendar", "problem", "words"})
package org.waymark.evidence;
