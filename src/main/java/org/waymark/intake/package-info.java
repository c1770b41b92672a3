/** Reads notices, workbooks and GIS files; checks, previews, saves. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"plan", "township", "calendar", "access", "problem", "words"})
package org.waymark.intake;
