package org.waymark.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param streams how many may be open at a time; of nobody in particular at most half as many
 * @param batch what changes within it is told at once
 * @param heartbeat a quiet stream says so as often
 * @param life a stream ends after about this time, so that an account that was disabled or a
 *     session that ended does not listen on
 */
@ConfigurationProperties("waymark.live")
record LiveSettings(
    @DefaultValue("2000") int streams,
    @DefaultValue("100ms") Duration batch,
    @DefaultValue("15s") Duration heartbeat,
    @DefaultValue("10m") Duration life) {}
