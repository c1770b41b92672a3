package org.waymark.progress;

/** Where an indicator stands in the plan. */
record FootprintPlace(int project, String track) {}
