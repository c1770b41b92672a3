package org.waymark.features;

import java.util.List;
import java.util.Optional;

/**
 * A collection.
 *
 * @param open anybody may read it: it comes from the schema published and nowhere else
 * @param key what tells its features apart, never null; its values make the id
 * @param temporal what {@code datetime} asks about
 * @param mercator the source holds geom_3857
 * @param ground the source holds the whole line that a part was cut from, indexed
 */
record FeatureType(
    String id,
    Subject subject,
    boolean open,
    List<Property> properties,
    List<Property> key,
    Property temporal,
    boolean mercator,
    boolean ground) {
  /** Name of the geometry in filters and queryables. */
  static final String GEOMETRY = "geometry";

  enum Subject {
    TOWNSHIPS,
    FOOTPRINTS,
    COMPLETED,
    PROGRESS;

    String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  Optional<Property> find(String name) {
    return properties.stream().filter(p -> p.name().equals(name)).findFirst();
  }
}
