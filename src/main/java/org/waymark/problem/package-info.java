/** The one catalogue of problems: what can go wrong, its status and the key of its words. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package org.waymark.problem;
