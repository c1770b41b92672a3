package org.waymark.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How phones sign in.
 *
 * @param lifetime of a device token
 * @param pairing how long a pairing code holds
 * @param url the address phones reach the server by, such as https://map.example; empty = the one
 *     that the administrator's page has
 */
@ConfigurationProperties("waymark.devices")
record DeviceSettings(
    @DefaultValue("180d") Duration lifetime,
    @DefaultValue("15m") Duration pairing,
    @DefaultValue("") String url) {}
