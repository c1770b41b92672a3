package org.waymark.intake;

import java.util.List;

/**
 * What is in a file.
 *
 * @param layers in the order of the file
 */
record Found(List<Layer> layers) {

  /**
   * @param format as in i18n keys
   * @param file name of our copy in the folder of the import
   * @param source what people call the file it is in
   * @param inside GDAL's name of it
   * @param encoding of the text as the file says or shows it; null where it needs none
   * @param features -1 where the file does not say
   * @param crs null where the file says nothing usable
   */
  record Layer(
      Format format,
      String file,
      String source,
      String encoding,
      String name,
      String inside,
      String geometry,
      long features,
      List<Field> fields,
      ReferenceSystems.Told crs) {

    /** Without any it needs no reference system: its rows may lie on routes by chainage. */
    boolean hasShapes() {
      return !"None".equals(geometry);
    }
  }

  record Field(String name, String type) {}
}
