package org.waymark.report;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.waymark.progress.Light;
import org.waymark.township.River;

/**
 * What a map sheet shows, in lon/lat of CGCS2000.
 *
 * @param works that may be shown on paper: none that is restricted
 */
record MapGround(List<Town> towns, List<River> rivers, List<Work> works) {
  record Town(String code, String name, Geometry geom) {}

  /**
   * @param verified the stretches of a line that are verified; null for points and areas
   * @param share verified, 0…1
   */
  record Work(int project, Light light, Geometry geom, Geometry verified, double share) {}
}
