package org.waymark.intake;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of what is counted, cut out of the words around a number. A proposal, to be read over. */
final class NoticeNames {
  private static final String DOES =
      "新建改建|新培育|新建成|新建|新增|新开|改建|改造|建设|建成|完成|实施|开展|推进|增设|更新|构建|完善|打造|"
          + "提升|提质|配置|配备|安装|启动|惠及|组织|举办|开办|创建|培育|覆盖|选取|转化|发放|提供|设立|推动|达到|"
          + "治理|为|对|向|给|在|使|实现|全年|年内|力争|累计|共计|共|并|及|和|与|的|其中|每户|按户";
  private static final Pattern LEADING = Pattern.compile("^(" + DOES + ")(?=.{2})");
  private static final Pattern TRAILING =
      Pattern.compile(
          "(约|大约|达到|达|为|不少于|不低于|不小于|至少|不得少于|超过|突破|大于|超|共计|共|总数|数量|的|均|惠及|各|在|有|建设|安装|是|:|：)$");
  private static final Pattern ACTS =
      Pattern.compile("(开展|提供|配置|配备|安装|实施|治理|建设|发放|享受|每户|每人|按户|推进|实现)");
  private static final Pattern NO_NAME =
      Pattern.compile("^(并|及|和|与|等|）|以上|左右|，|、|。|；|的?$|:|：|,).*", Pattern.DOTALL);
  private static final Pattern AGE = Pattern.compile("^[0-9]+(至|到|-|—)?[0-9]*(周岁|岁)(以上|以下)?的?");
  private static final int LONGEST = 24;

  private NoticeNames() {}

  static boolean acts(String words) {
    return ACTS.matcher(words).find();
  }

  /**
   * 健身步道 after 9.5公里; "" where the words after the number name nothing.
   *
   * @param ofPersons what is done for them belongs to the name
   */
  static String after(String words, boolean ofPersons) {
    String name = words.strip();
    if (name.isEmpty() || NO_NAME.matcher(name).matches()) return "";
    name = AGE.matcher(name).replaceFirst("");
    name = name.replaceFirst("^“[^”]*”的", "").replaceAll("（[^）]*）?", "");
    Matcher acts = ACTS.matcher(name);
    if (ofPersons) name = acts.replaceAll("");
    else if (acts.find() && acts.start() >= 2) name = name.substring(0, acts.start());
    name = name.replaceAll("[“”]", "").replaceFirst("^的", "").replaceFirst("[、等]+$", "");
    return shortened(name);
  }

  /** 污水干管 before 5公里. */
  static String before(String words) {
    String name = words.replaceAll("“[^”]*、[^”]*”", "").replaceAll("（[^）]*）", "").strip();
    name =
        name.substring(name.lastIndexOf('（') + 1)
            .replaceFirst("^[、，]+", "")
            .replaceAll("[0-9]+(至[0-9]+)?(周岁|岁)(以上|以下)?的?", "");
    int comma = name.lastIndexOf('、');
    if (comma >= 0 && !name.substring(comma + 1).isBlank()) name = name.substring(comma + 1);
    for (String cut = ""; !cut.equals(name); ) {
      cut = name;
      name = TRAILING.matcher(name).replaceFirst("");
    }
    Matcher acts = ACTS.matcher(name);
    int last = 0;
    while (acts.find()) if (acts.end() < name.length()) last = acts.end();
    name = name.substring(last);
    for (String cut = ""; !cut.equals(name); ) {
      cut = name;
      name = LEADING.matcher(name).replaceFirst("");
    }
    return shortened(name.replaceAll("[“”：:]", ""));
  }

  private static String shortened(String name) {
    String one = name.replaceAll("\\s+", "");
    return one.length() > LONGEST ? one.substring(0, LONGEST) : one;
  }
}
