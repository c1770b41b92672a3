package org.waymark.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.waymark.archive.Restored;
import org.waymark.archive.Restored.Count;
import org.waymark.command.Command.Outcome;

/** Tells the operator what was restored, count by count, and what is to be done next. */
@Component
class RestoreReport {
  private static final int MOST_TOLD = 20;
  private final Path home;
  private final boolean ownDatabase;
  private final int planYear;

  RestoreReport(
      @Value("${waymark.home}") Path home,
      @Value("${waymark.db.url}") String database,
      @Value("${waymark.plan-year}") int planYear) {
    this.home = home;
    this.ownDatabase = database.isBlank();
    this.planYear = planYear;
  }

  /** DONE where all is equal, figures included. */
  Outcome tell(Restored restored) {
    if (ownDatabase) settle(restored.demo());
    System.out.printf(
        "已恢复 restored: %s，归档于 made at %s%n%n", restored.districtName(), restored.madeAt());
    System.out.printf("%-28s %12s %12s %12s%n", "part", "archive", "restored", "equal");
    for (Count count : restored.counts())
      System.out.printf(
          "%-28s %,12d %,12d %,12d%n",
          count.part(), count.archived(), count.restored(), count.equal());
    System.out.println();
    if (!restored.exact()) tellDifferences(restored);
    if (!restored.plans().contains(planYear) && !restored.plans().isEmpty())
      System.out.println(
          "归档中的年度计划 plans in the archive: "
              + restored.plans()
              + "；请设置 start with WAYMARK_PLAN_YEAR="
              + restored.plans().get(restored.plans().size() - 1));
    tellPasswords(restored);
    return restored.exact() ? Outcome.DONE : Outcome.REFUSED;
  }

  private static void tellDifferences(Restored restored) {
    System.out.println(
        "数据全部一致，但本版本算出的下列数字与归档不同 the data are equal; this version computes otherwise"
            + " (figures.csv):");
    restored.differences().stream()
        .limit(MOST_TOLD)
        .forEach(line -> System.out.println("  " + line));
  }

  private static void tellPasswords(Restored restored) {
    if (restored.administrator() != null)
      System.out.printf(
          "管理员 administrator: %s%n一次性密码，只显示这一次 one-time password, told only now: %s%n"
              + "其他账号 the others: ./run password --missing%n",
          restored.administrator().account().userName(), restored.administrator().password());
    System.out.println(
        "手机和公示屏须重新配对。Phones and screens are paired anew."
            + (restored.demo() ? "\n演示数据 demo data: WAYMARK_DEMO=true" : ""));
  }

  /** What {@code ./run} starts this folder as from now on. */
  private void settle(boolean demo) {
    try {
      Files.writeString(home.resolve("mode"), demo ? "demo\n" : "empty\n");
    } catch (IOException e) {
      System.err.println("cannot write " + home.resolve("mode") + ": " + e.getMessage());
    }
  }
}
