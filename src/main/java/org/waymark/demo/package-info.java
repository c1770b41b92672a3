/** Loads the demo district through the same front doors as everybody. */
package org.waymark.demo;
