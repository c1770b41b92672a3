/** Proxy to the configured base map; hides its key. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"access"})
package org.waymark.basemap;
