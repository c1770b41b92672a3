package org.waymark.features;

import java.util.List;
import org.waymark.plan.PlanKey;

/**
 * What is asked of a collection, understood.
 *
 * @param condition all of bbox, datetime, properties by value and filter
 * @param properties to tell; all of them unless asked otherwise
 * @param order without the key, which always comes last
 * @param after where the page begins; null = at the beginning
 */
record ItemRequest(
    PlanKey plan,
    FeatureType type,
    Crs crs,
    Condition condition,
    List<Property> properties,
    List<Sort> order,
    int limit,
    PageToken after) {

  record Sort(Property property, boolean descending) {}
}
