package org.waymark.linearref;

/**
 * Transverse Mercator on GRS 80 in a 3° zone, scale 1, false easting 500 km, no zone prefix: the
 * series of Krüger, exact to less than a millimetre within the zone.
 *
 * @param meridian central meridian, a multiple of 3, degrees east
 */
public record GaussKruger(int meridian) {
  private static final double F = 1 / 298.257222101;
  private static final double N = F / (2 - F);
  private static final double A = 6378137.0 / (1 + N) * (1 + N * N / 4 + Math.pow(N, 4) / 64);
  private static final double E2 = 2 * Math.sqrt(N) / (1 + N);
  private static final double[] ALPHA = {
    N / 2 - 2 * N * N / 3 + 5 * Math.pow(N, 3) / 16 + 41 * Math.pow(N, 4) / 180,
    13 * N * N / 48 - 3 * Math.pow(N, 3) / 5 + 557 * Math.pow(N, 4) / 1440,
    61 * Math.pow(N, 3) / 240 - 103 * Math.pow(N, 4) / 140,
    49561 * Math.pow(N, 4) / 161280
  };

  /** The zone that a longitude lies in. */
  public static GaussKruger at(double lon) {
    return new GaussKruger((int) Math.round(lon / 3) * 3);
  }

  /** Of CGCS2000 without zone prefix: 4534 is 75° E, 4545 is 108° E. */
  public int epsg() {
    return 4534 + (meridian - 75) / 3;
  }

  /**
   * @return metres east, metres north
   */
  public double[] project(double lon, double lat) {
    double sin = Math.sin(Math.toRadians(lat));
    double l = Math.toRadians(lon - meridian);
    double t = Math.sinh(atanh(sin) - E2 * atanh(E2 * sin));
    double xi = Math.atan2(t, Math.cos(l));
    double eta = atanh(Math.sin(l) / Math.sqrt(1 + t * t));
    double east = eta;
    double north = xi;
    for (int j = 1; j <= ALPHA.length; j++) {
      east += ALPHA[j - 1] * Math.cos(2 * j * xi) * Math.sinh(2 * j * eta);
      north += ALPHA[j - 1] * Math.sin(2 * j * xi) * Math.cosh(2 * j * eta);
    }
    return new double[] {500_000 + A * east, A * north};
  }

  private static double atanh(double x) {
    return 0.5 * Math.log((1 + x) / (1 - x));
  }
}
