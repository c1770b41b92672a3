/**
 * OGC API – Features and Tiles over what is published, and over what a signed-in caller may see.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"plan", "progress", "tiles", "access", "calendar", "problem", "words"})
package org.waymark.features;
