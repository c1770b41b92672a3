/** Text by key in the reader's language, from the same files the pages use. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"problem"})
package org.waymark.words;
