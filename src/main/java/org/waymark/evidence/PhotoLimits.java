package org.waymark.evidence;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a photo may measure.
 *
 * @param maxBytes of one photo. @param maxPixels width × height
 */
@ConfigurationProperties("waymark.photos")
record PhotoLimits(
    @DefaultValue("8388608") int maxBytes, @DefaultValue("40000000") long maxPixels) {}
