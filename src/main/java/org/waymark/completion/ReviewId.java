package org.waymark.completion;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

@Embeddable
record ReviewId(String districtCode, UUID reviewId) implements Serializable {}
