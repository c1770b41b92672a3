package org.waymark.live;

import java.util.List;
import org.waymark.footprint.MapBox;

/**
 * This instance has heard of a commit, its own or another's; open pages are told right after.
 *
 * @param boxes where what is done looks otherwise; null = it may be anywhere
 * @param ground the ground itself has changed there
 */
public record LiveHeard(LiveTopic topic, List<MapBox> boxes, boolean ground) {}
