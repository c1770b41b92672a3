package org.waymark.evidence;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a photo may measure.
 *
 * @param maxBytes of one photo. @param maxPixels width × height
 * @param unfinished how many photos of one account may be on their way at a time
 * @param unfinishedBytes their sum, whole
 * @param dailyBytes how much one account may send in a district day
 * @param uncited how long a photo is kept that no report cites
 * @param alikeBits in how many of 64 bits two prints may differ and still look alike
 */
@ConfigurationProperties("waymark.photos")
record PhotoLimits(
    @DefaultValue("8388608") int maxBytes,
    @DefaultValue("40000000") long maxPixels,
    @DefaultValue("20") int unfinished,
    @DefaultValue("67108864") long unfinishedBytes,
    @DefaultValue("2147483648") long dailyBytes,
    @DefaultValue("30d") Duration uncited,
    @DefaultValue("8") int alikeBits) {}
