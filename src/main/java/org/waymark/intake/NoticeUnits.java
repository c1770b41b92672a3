package org.waymark.intake;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Measure words as notices print them, and what a plan calls them. */
final class NoticeUnits {
  private static final Map<String, String> PLAIN = new LinkedHashMap<>();

  static {
    put("km", "公里", "千米", "km", "KM");
    put("m", "米");
    put("m²", "平方米", "㎡", "m²");
    put("人", "人", "名", "位");
    put("%", "%");
    for (String same :
        ("人次 户 套 组 个 所 家 处 座 栋 幢 场 场次 期 次 件 项 条 台 辆 盏 部 间 张 床 批 株 棵 吨 份 册 门 支 对"
                + " 片 块 根 口 眼 艘 立方米 平方公里 公顷 亩 万元 元 村 班 车次 例 宗 篇 幅 只 头 枚 面 款 类 点位")
            .split(" ")) put(same, same);
  }

  /** Words after a number that make it a day, an age, a rank. */
  static final List<String> OF_TIME =
      List.of("周岁", "岁", "年度", "年", "月", "日", "季度", "时", "级", "号", "版");

  /** Words that make it a span, which may be what is to be reached: 310天. */
  static final List<String> OF_SPAN =
      List.of("个百分点", "个工作日", "个小时", "个学期", "个月", "个周", "小时", "分钟", "秒", "天", "周");

  private static final List<String> PRINTED =
      PLAIN.keySet().stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();

  private static final List<Set<String>> ALIKE =
      List.of(Set.of("人", "人次", "户"), Set.of("场", "场次", "次", "期"), Set.of("km", "m"));

  private NoticeUnits() {}

  private static void put(String unit, String... printed) {
    for (String word : printed) PLAIN.put(word, unit);
  }

  /** The longest measure word that stands at {@code at}; "" where none does. */
  static String at(String text, int at) {
    for (String printed : PRINTED) if (text.startsWith(printed, at)) return printed;
    return "";
  }

  static String plain(String printed) {
    return PLAIN.getOrDefault(printed, printed);
  }

  /** Units that notices put for one another: 人 and 人次. */
  static boolean alike(String one, String other) {
    return one.equals(other)
        || ALIKE.stream().anyMatch(set -> set.contains(one) && set.contains(other));
  }

  static BigDecimal scale(String word) {
    return BigDecimal.valueOf(
        switch (word) {
          case "万" -> 10_000L;
          case "亿" -> 100_000_000L;
          case "千" -> 1_000L;
          case "百" -> 100L;
          default -> 1L;
        });
  }
}
