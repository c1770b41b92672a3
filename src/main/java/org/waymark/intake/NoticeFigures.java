package org.waymark.intake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waymark.intake.NoticeFigure.Use;

/**
 * Every number of a cell, by the words around it. What fits no rule is {@code ASKED}, never left
 * out.
 */
final class NoticeFigures {
  private static final Pattern NUMBER =
      Pattern.compile("([0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]{1,15})(\\.[0-9]{1,6})?");
  private static final Pattern QUOTED = Pattern.compile("“[^”\\n]*”|《[^》\\n]*》|\"[^\"\\n]*\"");
  private static final Pattern BOUND = Pattern.compile("^(及以上|以上|左右|以内|以下)");
  private static final Pattern RANGE = Pattern.compile("^(至|到|-|—|~|－|～)[0-9]");
  private static final Pattern SIZE = Pattern.compile("^(宽|高|长|深|厚|口径)");
  private static final Pattern SIZED = Pattern.compile("(?<![拓加增提升延])(宽|高|长|深|厚|直径|口径)(度|约|为|达)*$");
  private static final Pattern PEOPLE =
      Pattern.compile("^[^，。；、0-9]{0,6}?(人口|群众|居民|学生|老人|老年人|儿童|患者|职工|妇女|农民|青少年|市民)");
  private static final Pattern EACH =
      Pattern.compile("每(个|户|人|名|所|处|座|套|家|村|镇|乡|街道|栋|幢|组|台|班|次|场|期)|按(户|人|名|所|村|家)|[人户]均");
  private static final Pattern PER = Pattern.compile("每([十百千]?万|千|百)(人|户|名)");
  private static final Pattern PER_TIME = Pattern.compile("(每年|每月|每周|每天|每日|每季度|月均|年均|周均)");

  private final String text;
  private final List<int[]> quotes = new ArrayList<>();
  private final List<NoticeFigure> figures = new ArrayList<>();

  private NoticeFigures(String text) {
    this.text = text;
    QUOTED.matcher(text).results().forEach(m -> quotes.add(new int[] {m.start(), m.end()}));
  }

  /**
   * @param text in the form of {@link NoticeDocument#plain}
   */
  static List<NoticeFigure> in(String text) {
    NoticeFigures reading = new NoticeFigures(text);
    Matcher numbers = NUMBER.matcher(text);
    while (numbers.find()) reading.figure(numbers);
    return List.copyOf(reading.figures);
  }

  private void figure(Matcher number) {
    int at = number.end();
    boolean more = false;
    String scale = "";
    for (int i = 0; i < 3 && at < text.length(); i++) {
      String c = text.substring(at, at + 1);
      if (c.matches("[余多]")) more = true;
      else if (scale.isEmpty() && c.matches("[万亿千百]") && !text.startsWith("千米", at)) scale = c;
      else if (!c.equals(" ")) break;
      at++;
    }
    String printedUnit = NoticeUnits.at(text, at);
    String time = text.startsWith("周岁", at) ? "周岁" : firstAt(NoticeUnits.OF_SPAN, at);
    if (time.isEmpty()) time = firstAt(NoticeUnits.OF_TIME, at);
    int end = at + (time.isEmpty() ? printedUnit.length() : time.length());
    Matcher bound = BOUND.matcher(text.substring(end));
    String bounded = bound.find() ? bound.group(1) : "";
    end += bounded.length();
    BigDecimal value =
        new BigDecimal(number.group().replace(",", "")).multiply(NoticeUnits.scale(scale));
    NoticeAround around = new NoticeAround(text, number.start(), end, previousEnd());
    String unit = time.isEmpty() ? NoticeUnits.plain(printedUnit) : time;
    NoticeFigure plain =
        new NoticeFigure(
            number.start(),
            end,
            text.substring(number.start(), end),
            plain(value),
            unit,
            comparator(around, more, bounded),
            "cumulative",
            around.name(unit.matches("人|人次|户")),
            Use.TARGET,
            "",
            around.sentence(),
            around.clause());
    figures.add(judged(plain, around, time, bounded));
  }

  private int previousEnd() {
    for (int i = figures.size() - 1; i >= 0; i--)
      if (figures.get(i).use() != Use.OTHER || figures.get(i).reason().equals("size"))
        return figures.get(i).end();
    return 0;
  }

  private String firstAt(List<String> words, int at) {
    for (String word : words) if (text.startsWith(word, at)) return word;
    return "";
  }

  private NoticeFigure judged(
      NoticeFigure figure, NoticeAround around, String time, String bounded) {
    boolean quoted = quotes.stream().anyMatch(q -> q[0] < figure.start() && figure.end() <= q[1]);
    if (quoted || inLetters(figure)) return figure.as(Use.OTHER, "in-a-name");
    if (text.startsWith("第", figure.start() - 1)) return figure.as(Use.OTHER, "ordinal");
    if (NoticeUnits.OF_SPAN.contains(time)) return figure.as(Use.ASKED, "span");
    if (!time.isEmpty()) return figure.as(Use.OTHER, "time-or-age");
    String after = text.substring(figure.end());
    if (RANGE.matcher(after).find()) {
      boolean ofAge = after.matches("(?s).{1,6}(周岁|岁|年|月|日|天).*");
      return figure.as(ofAge ? Use.OTHER : Use.ASKED, ofAge ? "time-or-age" : "range");
    }
    if (afterComma(figure)) return figure.as(Use.ASKED, "thousands");
    if (afterRange(figure)) return figure.as(Use.ASKED, "range");
    String before = around.before();
    if (SIZE.matcher(after).find() || SIZED.matcher(before).find())
      return figure.as(Use.OTHER, "size");
    if (figure.unit().isEmpty())
      return PEOPLE.matcher(after).find()
          ? withUnit(figure, "人", figure.kind()).as(Use.TARGET, "unit-inferred")
          : figure.as(Use.ASKED, "no-unit");
    if (figure.unit().equals("元") || figure.unit().equals("万元"))
      return figure.as(Use.ASKED, "money");
    if (bounded.matches("以内|以下")
        || before.matches(".*(不超过|不高于|不多于|低于)$") && !before.endsWith("不低于"))
      return figure.as(Use.ASKED, "upper-bound");
    if (before.matches(".*(近|接近|将近)$")) return figure.as(Use.ASKED, "nearly");
    if (before.endsWith("各")) return figure.as(Use.ASKED, "each");
    return ofPart(figure, around);
  }

  /** PM2.5, 5G, G319. */
  private boolean inLetters(NoticeFigure figure) {
    char before = figure.start() == 0 ? ' ' : text.charAt(figure.start() - 1);
    char after = figure.end() == text.length() ? ' ' : text.charAt(figure.end());
    return isLatin(before) || figure.unit().isEmpty() && isLatin(after);
  }

  private static boolean isLatin(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  /** 1，200 may be one number or two. */
  private boolean afterComma(NoticeFigure figure) {
    int at = figure.start();
    return at >= 2
        && text.substring(at - 2, at).matches("[0-9][，,]")
        && text.substring(at).matches("(?s)[0-9]{3}([^0-9].*)?");
  }

  private boolean afterRange(NoticeFigure figure) {
    return figure.start() >= 2
        && text.substring(figure.start() - 2, figure.start()).matches("[0-9个座处](至|到|-|—|~|－|～)");
  }

  private NoticeFigure ofPart(NoticeFigure figure, NoticeAround around) {
    String lead = around.lead();
    Matcher per = PER.matcher(lead);
    if (per.find())
      return withUnit(figure, figure.unit() + "/" + per.group(1) + per.group(2), "level");
    if (EACH.matcher(lead).find()) return figure.as(Use.ASKED, "per-each");
    if (PER_TIME.matcher(lead).find()) return figure.as(Use.ASKED, "per-time");
    if (lead.contains("日均")) return withUnit(figure, figure.unit() + "/日", "dailyAverage");
    boolean second =
        !figures.isEmpty() && figures.get(figures.size() - 1).end() > around.clauseStart();
    if (second && figure.unit().equals("次") && figure.value().equals(BigDecimal.ONE))
      return figure.as(Use.ASKED, "per-each");
    if (figure.isPercent()) {
      boolean rate = figure.name().endsWith("率");
      NoticeFigure percent = withUnit(figure, "%", rate ? "rate" : "level");
      return percent.as(
          Use.TARGET,
          rate ? (around.before().contains("均") ? "applies-to-each" : "") : "percent-kind");
    }
    if (around.before().contains("其中")) return figure.as(Use.TARGET, "part-of");
    return figure;
  }

  private static String comparator(NoticeAround around, boolean more, String bounded) {
    String before = around.before();
    if (around.lead().contains("力争")) return "aspirational";
    if (before.matches(".*(不少于|不低于|不小于|至少|不得少于|不得低于)$")) return ">=";
    if (before.matches(".*(超过|突破|大于|超)$")) return ">";
    if (more || bounded.endsWith("以上")) return ">=";
    if (before.matches(".*(约|大约|左右)$") || bounded.equals("左右")) return "~";
    return "=";
  }

  private static NoticeFigure withUnit(NoticeFigure f, String unit, String kind) {
    return new NoticeFigure(
        f.start(),
        f.end(),
        f.printed(),
        f.value(),
        unit,
        f.comparator(),
        kind,
        f.name(),
        f.use(),
        f.reason(),
        f.sentence(),
        f.clause());
  }

  static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
