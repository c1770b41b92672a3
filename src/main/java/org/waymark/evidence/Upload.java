package org.waymark.evidence;

/**
 * How far the bytes of a photo have come from one sender.
 *
 * @param created this very call made the photo known
 */
record Upload(int offset, int total, boolean created) {
  boolean complete() {
    return offset == total;
  }
}
