package org.waymark.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.waymark.intake.NoticeGate.Clause;

/**
 * A named work of a gate.
 *
 * @param gating false where the notice only says that it goes on
 */
record NoticeWork(String text, boolean gating, String sentence) {
  private static final Pattern INFORMS = Pattern.compile("^(有序)?(实施|推进|加快|持续|进一步).*|.*部分.*");

  /**
   * @param label of the part of the gate; "" = none
   */
  static List<NoticeWork> listOf(Clause clause, String label) {
    String text = clause.text();
    boolean gating = !INFORMS.matcher(text).matches();
    boolean listed = text.matches(".*(部分|等)(的)?(内容)?(的)?(建设)?$") && text.contains("、");
    String core = listed ? text.replaceFirst("等?(部分)?(的)?(内容)?(的)?(建设)?$", "") : text;
    if (!listed) core = core.replaceFirst("(部分)?(的)?内容(的)?(建设)?$", "");
    core = core.replaceFirst("^(完成|开展)(?=.{2})", "");
    List<NoticeWork> works = new ArrayList<>();
    for (String work : listed ? split(core) : List.of(core))
      if (!work.isBlank()) {
        String named = label.isEmpty() ? work.strip() : label + "：" + work.strip();
        works.add(new NoticeWork(named, gating, clause.sentence()));
      }
    return works;
  }

  /** At 、 outside quotes and brackets. */
  private static List<String> split(String text) {
    return NoticeTargets.clauses(text.replace('，', ' ').replace('、', '，'));
  }
}
