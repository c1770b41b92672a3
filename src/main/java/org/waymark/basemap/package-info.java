/** Proxy to the configured base map; hides its key. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"access", "problem"})
package org.waymark.basemap;
