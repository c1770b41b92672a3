package org.waymark.tiles;

import java.time.LocalDate;
import org.waymark.plan.PlanKey;

/**
 * All that the bytes of a tile follow from, beside the database.
 *
 * @param planVersion known on the day; 0 for the public, whose tiles know no plan
 * @param day a past day; null = now
 */
record TileKey(
    TileAudience audience,
    PlanKey plan,
    int planVersion,
    TileLayer layer,
    TileAddress at,
    LocalDate day) {}
