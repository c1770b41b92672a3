/** Measures along a line: measures, ranges, union, length, station text. Pure Java and JTS. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package org.waymark.linearref;
