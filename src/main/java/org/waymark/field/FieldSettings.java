package org.waymark.field;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long things from the field are kept.
 *
 * @param notice how long a notice of work stands unless it is renewed
 * @param walks how long raw walks are kept: they tell where a person was
 */
@ConfigurationProperties("waymark.field")
record FieldSettings(@DefaultValue("2h") Duration notice, @DefaultValue("30d") Duration walks) {}
