package org.waymark.footprint;

import java.util.EnumSet;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.Ordinate;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/** Lines with M as EWKB: Hibernate Spatial would lose the M. */
final class MeasuredBytes {
  private static final GeometryFactory LON_LAT = new GeometryFactory(new PrecisionModel(), 4490);

  private MeasuredBytes() {}

  static byte[] write(Geometry measured) {
    WKBWriter writer = new WKBWriter(3, ByteOrderValues.LITTLE_ENDIAN, true);
    writer.setOutputOrdinates(EnumSet.of(Ordinate.X, Ordinate.Y, Ordinate.M));
    return writer.write(measured);
  }

  static Geometry read(byte[] bytes) {
    try {
      return new WKBReader(LON_LAT).read(bytes);
    } catch (ParseException e) {
      throw new IllegalStateException("stored line cannot be read", e);
    }
  }
}
