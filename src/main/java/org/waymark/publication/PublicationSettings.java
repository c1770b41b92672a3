package org.waymark.publication;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What stands on every public map. Publishing is blocked while approval number or source is blank,
 * except for a demo, which says so itself.
 *
 * @param mapApproval 审图号
 * @param mapSource where the boundaries come from
 * @param hotline where citizens ask; blank = none is named
 */
@ConfigurationProperties("waymark.publication")
record PublicationSettings(String mapApproval, String mapSource, String hotline) {}
