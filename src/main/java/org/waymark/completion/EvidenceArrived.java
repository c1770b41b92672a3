package org.waymark.completion;

import java.util.Set;
import org.waymark.plan.PlanKey;

/** A photo that reports of these projects cite is here; they may be accepted now. */
public record EvidenceArrived(PlanKey key, Set<Integer> projects) {}
