/** Starts and stops the private PostgreSQL + PostGIS when no database is configured. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package org.waymark.embedded;
