/** OGC API – Features over what is published, and over what a signed-in caller may see. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"plan", "progress", "access", "calendar", "problem", "words"})
package org.waymark.features;
