package org.waymark.plan;

import java.util.List;

/** A responsible unit; {@code aliases} are other printed forms of the same unit (区城管局 = 区城市管理局). */
public record Unit(String code, String name, List<String> aliases) {}
