/** The one clock, the district's zone, working days. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package org.waymark.calendar;
