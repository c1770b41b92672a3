package org.waymark.completion;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Minted by the sender, so unique within a district only. */
@Embeddable
record ReportId(String districtCode, UUID reportId) implements Serializable {}
