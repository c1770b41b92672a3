package org.waymark.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the notice says of itself above its tables; "" and null where it does not.
 *
 * @param year 0 where no year is named
 */
record NoticeHead(String document, int year, String name, LocalDate issued, String issuer) {
  private static final Pattern DOCUMENT =
      Pattern.compile("[\\u4e00-\\u9fff]{2,14}[〔\\[(（]20[0-9]{2}[〕\\])）][0-9]{1,4}号");
  private static final Pattern TITLE =
      Pattern.compile("[^，。；《》\\s]{0,20}?(20[0-9]{2})年[^，。；《》]{2,40}");
  private static final Pattern DAY = Pattern.compile("(20[0-9]{2})年([0-9]{1,2})月([0-9]{1,2})日");

  static NoticeHead read(List<String> lines) {
    String document = "";
    String issuer = "";
    String name = "";
    int year = 0;
    LocalDate issued = null;
    for (String line : lines) {
      Matcher number = DOCUMENT.matcher(line);
      if (document.isEmpty() && number.find()) document = number.group();
      if (issuer.isEmpty() && line.matches(".{2,30}(办公室|人民政府|委员会)")) issuer = line;
      Matcher day = DAY.matcher(line);
      if (day.matches()) issued = day(day);
      Matcher title =
          TITLE.matcher(line.replaceFirst("^附件[：:]?", "").replaceFirst("^[0-9]+[.．、]", ""));
      if (name.isEmpty() && title.find() && !DAY.matcher(line).find()) {
        year = Integer.parseInt(title.group(1));
        name = named(title.group(), title.group(1));
      }
    }
    return new NoticeHead(document, year, name, issued, issuer);
  }

  /** 某区2026年重点民生实事 out of 关于印发某区2026年重点民生实事工作目标任务与…的通知. */
  private static String named(String title, String year) {
    String name = title.replaceFirst("^.*?(关于)?(印发|下达|公布)", "");
    Matcher works = Pattern.compile("^.*?" + year + "年.*?(民生实事|实事项目|实事)").matcher(name);
    return works.find() ? works.group() : name;
  }

  private static LocalDate day(Matcher day) {
    try {
      return LocalDate.of(
          Integer.parseInt(day.group(1)),
          Integer.parseInt(day.group(2)),
          Integer.parseInt(day.group(3)));
    } catch (DateTimeException e) {
      return null;
    }
  }
}
