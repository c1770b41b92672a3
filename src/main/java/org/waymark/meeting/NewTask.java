package org.waymark.meeting;

import java.time.LocalDate;

/**
 * What was typed: text alone is a note, with an owner and a date a task.
 *
 * @param day whose figures were shown
 * @param ownerUnit code of a unit of the plan, or null
 * @param ownerAccount user name, or null
 */
record NewTask(
    String text,
    Integer project,
    String township,
    LocalDate day,
    String ownerUnit,
    String ownerAccount,
    LocalDate due) {}
