package org.waymark.report;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.waymark.report.PaperFacts.IndicatorPart;
import org.waymark.report.PaperFacts.ProjectPart;
import org.waymark.report.PaperFacts.TrackPart;

/** 证据单 of a project, A4: figures, verified reports with ranges and reviewers, photos. */
final class EvidenceSheet {
  private static final double LEFT = 18;
  private static final double RIGHT = 192;
  private static final double BOTTOM = 277;
  private static final int MOST_ROWS = 600;
  private static final int MOST_PHOTOS = 60;
  private static final String INK = "1C2A2F";
  private static final String GREY = "566163";
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm");
  private static final double[] COLUMNS = {18, 38, 86, 121, 148};
  private static final double[] ROOM = {19, 46, 33, 26, 44};
  private final PaperFacts facts;
  private final ProjectPart project;
  private final List<Evidence> evidence;
  private final Function<String, byte[]> photos;
  private final PdfPaper paper;
  private double y;

  private EvidenceSheet(
      PaperFacts facts,
      ProjectPart project,
      List<Evidence> evidence,
      Function<String, byte[]> photos,
      PdfPaper paper) {
    this.facts = facts;
    this.project = project;
    this.evidence = evidence;
    this.photos = photos;
    this.paper = paper;
  }

  /**
   * @param photos JPEG by SHA-256; null where the caller may not see it
   */
  static byte[] write(
      PaperFacts facts,
      ProjectPart project,
      List<Evidence> evidence,
      Function<String, byte[]> photos,
      PaperFont font) {
    String title = facts.district() + facts.year() + "年民生实事证据单 " + project.number();
    try (PdfPaper paper = new PdfPaper(font, 210, 297, title, facts)) {
      new EvidenceSheet(facts, project, evidence, photos, paper).draw();
      return paper.bytes();
    }
  }

  private void draw() {
    newPage();
    paper.text(LEFT, y, facts.district() + facts.year() + "年民生实事证据单", 11, GREY);
    y += 9;
    for (String line : paper.wrapped(project.number() + "　" + project.name(), 17, RIGHT - LEFT)) {
      paper.text(LEFT, y, line, 17, INK);
      y += 8;
    }
    paper.text(LEFT, y, PaperText.light(project.light()), 12, PaperText.color(project.light()));
    paper.text(LEFT + 30, y, "牵头：" + (project.lead() == null ? "未列" : project.lead()), 10.5, INK);
    y += 6;
    if (project.reason() != null) paragraph(project.reason(), 9.5, GREY);
    figures();
    reports();
    pictures();
    paper.onEachPage(this::foot);
  }

  private void figures() {
    heading("一、核实数与目标");
    for (TrackPart t : project.tracks()) {
      paper.text(LEFT, y, t.name(), 10, INK);
      paper.text(90, y, PaperText.light(t.light()), 10, PaperText.color(t.light()));
      paper.right(
          RIGHT,
          y,
          "核实 "
              + PaperText.percent(t.percent().verified())
              + "　应到 "
              + PaperText.percent(t.percent().planned()),
          10,
          INK);
      y += 5.5;
      for (IndicatorPart i : t.indicators()) {
        room(5);
        paper.text(LEFT + 4, y, i.name(), 9, GREY);
        paper.right(
            RIGHT,
            y,
            (i.target() == null ? "未设目标" : "目标 " + PaperText.quantity(i.target(), i.unit()))
                + "　核实 "
                + PaperText.quantity(i.verified(), i.unit())
                + "　上报 "
                + PaperText.quantity(i.reported(), i.unit()),
            9,
            GREY);
        y += 4.8;
      }
    }
  }

  private void reports() {
    y += 3;
    heading("二、已核实的上报（" + evidence.size() + "条）");
    if (evidence.isEmpty()) {
      paragraph("截至当日，权限范围内没有已核实的上报。", 9.5, GREY);
      return;
    }
    head();
    for (Evidence e : evidence.subList(0, Math.min(MOST_ROWS, evidence.size()))) row(e);
    if (evidence.size() > MOST_ROWS)
      paragraph("只列最近 " + MOST_ROWS + " 条，全部 " + evidence.size() + " 条见系统。", 9, GREY);
  }

  private void head() {
    String[] heads = {"现场时间", "地点", "区间或内容", "上报人", "审核人、时间"};
    for (int i = 0; i < heads.length; i++) paper.text(COLUMNS[i], y, heads[i], 8.5, GREY);
    y += 1.8;
    paper.line(LEFT, y, RIGHT, y, 0.3, INK);
    y += 4;
  }

  private void row(Evidence e) {
    List<List<String>> cells = new ArrayList<>();
    String[] texts = {
      TIME.format(e.observed()),
      e.where() == null ? "全区" : e.where(),
      (e.done() ? "" : "撤销：") + e.what(),
      e.author(),
      String.join("、", e.reviewers()) + " " + TIME.format(e.accepted())
    };
    int lines = 1;
    for (int i = 0; i < texts.length; i++) {
      cells.add(paper.wrapped(texts[i], 8.5, ROOM[i]));
      lines = Math.max(lines, cells.get(i).size());
    }
    if (y + lines * 4 > BOTTOM) {
      newPage();
      head();
    }
    for (int i = 0; i < cells.size(); i++)
      for (int l = 0; l < cells.get(i).size(); l++)
        paper.text(COLUMNS[i], y + l * 4, cells.get(i).get(l), 8.5, INK);
    y += lines * 4;
    paper.line(LEFT, y - 2.6, RIGHT, y - 2.6, 0.1, "C9CFCB");
    y += 1.2;
  }

  private record Shot(Evidence of, byte[] jpeg) {}

  private void pictures() {
    List<Shot> shots = new ArrayList<>();
    int all = 0;
    for (Evidence e : evidence)
      for (String sha256 : e.photos()) {
        all++;
        byte[] jpeg = shots.size() < MOST_PHOTOS ? photos.apply(sha256) : null;
        if (jpeg != null) shots.add(new Shot(e, jpeg));
      }
    y += 3;
    heading("三、现场照片（" + all + "张" + (all > shots.size() ? "，附最近" + shots.size() + "张" : "") + "）");
    if (shots.isEmpty()) paragraph("没有照片。", 9.5, GREY);
    int column = 0;
    for (Shot shot : shots) {
      if (column == 0) room(56);
      double x = LEFT + column * 59;
      paper.box(x, y - 3, 56, 42, "F1F2EE", null, 0);
      paper.picture(shot.jpeg(), x, y - 3, 56, 42);
      caption(x, shot.of());
      column = (column + 1) % 3;
      if (column == 0) y += 55;
    }
  }

  private void caption(double x, Evidence e) {
    String place = (e.where() == null ? "全区" : e.where()) + " " + e.what();
    List<String> lines = paper.wrapped(place, 7.5, 56);
    for (int i = 0; i < Math.min(2, lines.size()); i++)
      paper.text(x, y + 42.5 + i * 3.3, lines.get(i), 7.5, INK);
    paper.text(
        x,
        y + 49.1,
        time(e.observed()) + "　" + e.author() + " 报，" + String.join("、", e.reviewers()) + " 核",
        6.5,
        GREY);
  }

  private static String time(LocalDateTime at) {
    return TIME.format(at);
  }

  private void heading(String text) {
    room(14);
    y += 3;
    paper.text(LEFT, y, text, 12, INK);
    y += 6.5;
  }

  private void paragraph(String text, double size, String color) {
    for (String line : paper.wrapped(text, size, RIGHT - LEFT)) {
      room(5);
      paper.text(LEFT, y, line, size, color);
      y += size * 0.5;
    }
  }

  private void room(double mm) {
    if (y + mm > BOTTOM) newPage();
  }

  private void newPage() {
    paper.page();
    y = 24;
  }

  private void foot(int page) {
    if (facts.demo()) paper.right(RIGHT, 14, "演示数据", 10, "A8241B");
    if (facts.scope() != null) paper.text(LEFT, 14, facts.scope(), 8, GREY);
    paper.text(LEFT, 286, "数据：" + facts.basis(), 7.5, GREY);
    paper.right(RIGHT, 286, "— " + page + " / " + paper.pages() + " —", 9, INK);
  }
}
