package org.waymark.archive;

import java.util.Map;
import java.util.Set;

/**
 * What one CSV file of an archive holds: the rows of a table, in the order of its key, with all
 * columns but those the database computes and those named here.
 *
 * @param name of the file, without its ending
 * @param without columns that stay behind, with the SQL that fills them where it is restored
 * @param where which rows go; "" = all of the district
 * @param ofDistrict false where the table knows no district
 * @param replaced rows that an empty system has already and that give way
 * @param pictures whose bytes lie in files of their own; null where there are none
 */
record Part(
    String name,
    String table,
    Map<String, String> without,
    String where,
    boolean ofDistrict,
    boolean replaced,
    Pictures pictures) {

  /**
   * @param folder in the archive; each file is named by its SHA-256
   * @param key column with that hash, hex
   * @param content column with the bytes
   */
  record Pictures(String folder, String key, String content) {}

  static Part of(String name, String table) {
    return new Part(name, table, Map.of(), "", true, false, null);
  }

  Part without(String column, String fill) {
    return new Part(name, table, Map.of(column, fill), where, ofDistrict, replaced, pictures);
  }

  Part where(String condition) {
    return new Part(name, table, without, condition, ofDistrict, replaced, pictures);
  }

  Part ofAllDistricts() {
    return new Part(name, table, without, where, false, replaced, pictures);
  }

  Part replacing() {
    return new Part(name, table, without, where, ofDistrict, true, pictures);
  }

  Part withPictures(String folder, String key, String content) {
    return new Part(
        name, table, without, where, ofDistrict, replaced, new Pictures(folder, key, content));
  }

  String file() {
    return name + ".csv";
  }

  /** Columns that are not in the CSV file. */
  Set<String> left() {
    return pictures == null ? without.keySet() : Set.of(pictures.content());
  }
}
