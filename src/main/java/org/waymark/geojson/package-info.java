/** Features as RFC 7946 text: read with every fault named, written with short numbers. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"problem"})
package org.waymark.geojson;
