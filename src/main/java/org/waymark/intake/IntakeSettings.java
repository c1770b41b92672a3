package org.waymark.intake;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of what is taken in.
 *
 * @param folder where a file lies while its import is open
 * @param file largest file as it is sent
 * @param unpacked most that an archive may hold
 * @param ratio most that an archive may hold by what it weighs
 * @param entries most files in an archive
 * @param features most features of a layer
 * @param memory of the reading process
 * @param time of the reading process, on the clock and on the processor
 * @param keep after it an import that nobody accepted is given up
 */
@ConfigurationProperties("waymark.intake")
record IntakeSettings(
    Path folder,
    @DefaultValue("512MB") DataSize file,
    @DefaultValue("2GB") DataSize unpacked,
    @DefaultValue("200") int ratio,
    @DefaultValue("2000") int entries,
    @DefaultValue("500000") int features,
    @DefaultValue("2GB") DataSize memory,
    @DefaultValue("5m") Duration time,
    @DefaultValue("24h") Duration keep) {}
