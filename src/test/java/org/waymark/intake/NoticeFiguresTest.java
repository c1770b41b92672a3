package org.waymark.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A number by the words around it: value, unit, comparator, kind; or why it is none, or asked. */
class NoticeFiguresTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "改造健身步道9.5公里 | 9.5 km = cumulative 健身步道",
        "新增公共停车位2000个以上 | 2000 个 >= cumulative 公共停车位",
        "惠及居民3.5万户 | 35000 户 = cumulative 居民",
        "１２００人次 | 1200 人次 = cumulative",
        "完成检查1,200人次 | 1200 人次 = cumulative 检查",
        "覆盖儿童1500余人次 | 1500 人次 >= cumulative 儿童",
        "举办活动不少于100场 | 100 场 >= cumulative 活动",
        "绿化约6.9万平方米 | 69000 m² ~ cumulative 绿化",
        "服务群众超2万人 | 20000 人 > cumulative 服务群众",
        "力争服务群众超2万人 | 20000 人 aspirational cumulative 服务群众",
        "提升6万农村人口饮水质量 | 60000 人 = cumulative 农村人口饮水质量 unit-inferred",
        "日均劝阻不低于400人次 | 400 人次/日 >= dailyAverage 日均劝阻",
        "每万人拥有设施面积达920平方米 | 920 m²/万人 = level 每万人拥有设施面积",
        "宣传覆盖率达到100% | 100 % = rate 宣传覆盖率",
        "素养水平达26%以上 | 26 % >= level 素养水平 percent-kind",
        "设置率均达到80% | 80 % = rate 设置率 applies-to-each",
        "培训教师（其中乡村教师300名） | 300 人 = cumulative 乡村教师 part-of",
        "优良天数达到310天以上 | asked span",
        "提高2个百分点 | asked span",
        "每户安装报警器1个 | asked per-each",
        "按户发放3个 | asked per-each",
        "各1个 | asked each",
        "新建3-5个 | asked range",
        "浓度控制在35%以内 | asked upper-bound",
        "不超过5个 | asked upper-bound",
        "完成投资1.2亿元 | asked money",
        "服务近3万人 | asked nearly",
        "开通热线12345 | asked no-unit",
        "宽3.5米 | other size",
        "3.5米宽 | other size",
        "2026年 | other time-or-age",
        "65周岁以上 | other time-or-age",
        "第2批 | other ordinal",
        "新建5G基站 | other in-a-name",
        "“12345”热线 | other in-a-name",
        "打造“15分钟生活圈” | other in-a-name",
      })
  void is_read_or_asked(String words, String expected) {
    assertThat(NoticeFigures.in(NoticeDocument.plain(words)).get(0))
        .satisfies(f -> said(f, expected));
  }

  @Test
  void a_comma_between_digits_leaves_both_halves_asked() {
    assertThat(NoticeFigures.in("检查1，200人次"))
        .extracting(NoticeFigure::use)
        .containsOnly(NoticeFigure.Use.ASKED);
  }

  private static void said(NoticeFigure figure, String expected) {
    String use = figure.use().name().toLowerCase();
    List<String> read =
        List.of(
            figure.value().toPlainString(),
            figure.unit(),
            figure.comparator(),
            figure.kind(),
            figure.name(),
            figure.reason());
    assertThat(
            figure.use() == NoticeFigure.Use.TARGET
                ? String.join(" ", read).strip()
                : use + " " + figure.reason())
        .isEqualTo(expected);
  }
}
