package org.waymark.access;

import java.util.List;

/**
 * An account to be made.
 *
 * @param unitCode unit of the plan, null where it belongs to none
 * @param projects project numbers; null = all
 * @param townships township codes; null = all
 */
public record NewAccount(
    String userName,
    String displayName,
    Role role,
    String unitCode,
    List<Integer> projects,
    List<String> townships) {}
