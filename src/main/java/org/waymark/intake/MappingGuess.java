package org.waymark.intake;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.waymark.intake.Mapping.From;

/** Guesses a mapping from headers in Chinese and English; a person looks at it before it counts. */
final class MappingGuess {
  private static final Map<String, List<Pattern>> HEADERS = new LinkedHashMap<>();
  private static final Map<String, Pattern> CHAINAGE = new LinkedHashMap<>();

  static {
    header(
        "code", "code|footprint_?code|编[号码]|代码|项目范围编[号码]|要素编[号码]", ".*(编号|编码|代码).*|bh|bm|.*_code");
    header("indicator", "indicator|指标|指标(编号|编码|代码)", "zb|zbdm|.*指标.*");
    header("name", "name|名称|路段名称|工程名称|项目名称", ".*(名称|name)|mc|title|标题");
    header(
        "quantity",
        "quantity|数量|设计数量|工程量|设计长度|设计里程",
        ".*(数量|里程|长度|面积|规模).*|length|length_k?m|area|area_m2|sl|cd");
    header("unit", "unit|单位|计量单位", "dw");
    header("sensitivity", "sensitivit(y)?|公开级别|敏感级别", ".*公开.*");
    header("components", "components|组成|部件|组成部分", ".*部件.*");
    chainage(Mapping.ROUTE, "route(_?(code|name))?|.*[路线]线(编[号码]|代码|名称)?|.*道路(编[号码]|代码|名称)?|road");
    chainage(Mapping.STATIONS, "stations?|chainage|桩号|.*起[讫止至]点?桩号.*|.*桩号(范围|区间|段).*");
    chainage(Mapping.FROM, "(from|start)_?(station|chainage)|.*起点?始?桩号.*|起点里程");
    chainage(Mapping.TO, "(to|end)_?(station|chainage)|.*[终止讫]点?止?桩号.*|[终止讫]点里程");
  }

  private MappingGuess() {}

  private static void header(String meaning, String surely, String perhaps) {
    HEADERS.put(
        meaning,
        List.of(
            Pattern.compile(surely, Pattern.CASE_INSENSITIVE),
            Pattern.compile(perhaps, Pattern.CASE_INSENSITIVE)));
  }

  private static void chainage(String meaning, String headers) {
    CHAINAGE.put(meaning, Pattern.compile(headers, Pattern.CASE_INSENSITIVE));
  }

  /** Each column once; sure ones first. */
  static Mapping of(List<String> fields) {
    Map<String, From> found = byChainage(fields);
    Set<String> taken = new java.util.HashSet<>();
    found.values().forEach(from -> taken.add(from.field()));
    for (int sureness = 0; sureness < 2; sureness++)
      for (String meaning : HEADERS.keySet()) {
        Pattern pattern = HEADERS.get(meaning).get(sureness);
        for (String field : fields)
          if (!found.containsKey(meaning)
              && pattern.matcher(field.strip()).matches()
              && taken.add(field)) found.put(meaning, new From(field, null));
      }
    if (!found.containsKey("unit") && found.containsKey("quantity")) {
      String unit = unitOf(found.get("quantity").field());
      if (unit != null) found.put("unit", new From(null, unit));
    }
    return new Mapping(Mapping.FOOTPRINTS, found, false, false);
  }

  /** All that is needed of it, or nothing: a route alone is only a name. */
  private static Map<String, From> byChainage(List<String> fields) {
    Map<String, From> found = new HashMap<>();
    CHAINAGE.forEach(
        (meaning, header) ->
            fields.stream()
                .filter(field -> header.matcher(field.strip()).matches())
                .filter(field -> found.values().stream().noneMatch(f -> f.field().equals(field)))
                .findFirst()
                .ifPresent(field -> found.put(meaning, new From(field, null))));
    if (found.containsKey(Mapping.STATIONS))
      found.keySet().removeAll(List.of(Mapping.FROM, Mapping.TO));
    boolean whole = new Mapping(Mapping.FOOTPRINTS, found, false, false).byChainage();
    return whole ? found : new HashMap<>();
  }

  /** What a header such as 里程(km) says of its unit; null where nothing. */
  static String unitOf(String header) {
    String text = header.toLowerCase(Locale.ROOT);
    if (text.matches(".*(km|公里|千米).*")) return "km";
    if (text.matches(".*(m2|m²|平方米|平米).*")) return "m²";
    if (text.matches(".*([_(（]m[)）]?|米[)）]?)$")) return "m";
    return null;
  }
}
