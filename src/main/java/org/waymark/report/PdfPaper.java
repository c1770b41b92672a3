package org.waymark.report;

import java.awt.geom.Path2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;
import java.util.zip.CRC32;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;

/**
 * Pages in millimetres from the upper left corner; type in points. The same calls make the same
 * bytes: id and times come from what it is about.
 */
final class PdfPaper implements AutoCloseable {
  static final double PT = 72 / 25.4;
  private static final float LEAN = -0.25f;

  private final PDDocument document = new PDDocument();
  private final PdfType type;
  private final double height;
  private final PdfPen pen;
  private final double width;
  private PDPageContentStream out;

  /**
   * @param width in mm
   */
  PdfPaper(PaperFont font, double width, double height, String title, PaperFacts facts) {
    this.type = new PdfType(font.load(document));
    this.width = width;
    this.height = height;
    this.pen = new PdfPen(height);
    document.getDocumentInformation().setTitle(title);
    document.getDocumentInformation().setSubject(facts.basis());
    document.getDocumentInformation().setProducer("Waymark");
    document.getDocumentInformation().setCreationDate(day(facts.day()));
    document.getDocumentInformation().setModificationDate(day(facts.day()));
    CRC32 id = new CRC32();
    id.update((title + facts.basis() + facts.scope()).getBytes(StandardCharsets.UTF_8));
    document.setDocumentId(id.getValue());
  }

  private static Calendar day(LocalDate day) {
    Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
    calendar.setTimeInMillis(0);
    calendar.set(day.getYear(), day.getMonthValue() - 1, day.getDayOfMonth());
    return calendar;
  }

  void page() {
    PDPage page = new PDPage(new PDRectangle((float) (width * PT), (float) (height * PT)));
    document.addPage(page);
    run(
        () -> {
          if (out != null) out.close();
          out = new PDPageContentStream(document, page);
          out.setLineCapStyle(1);
          out.setLineJoinStyle(1);
        });
  }

  int pages() {
    return document.getNumberOfPages();
  }

  /** In mm. */
  double textWidth(String text, double size) {
    return type.width(text, size);
  }

  void text(double x, double y, String text, double size, String color) {
    run(
        () -> {
          out.beginText();
          pen.fill(out, color);
          out.setFont(type.font(), (float) size);
          out.newLineAtOffset(pen.x(x), pen.y(y));
          out.showText(type.shown(text));
          out.endText();
        });
  }

  void centred(double x, double y, String text, double size, String color) {
    text(x - textWidth(text, size) / 2, y, text, size, color);
  }

  void right(double x, double y, String text, double size, String color) {
    text(x - textWidth(text, size), y, text, size, color);
  }

  /** As waters are named: leaning left, with a white rim. */
  void leaning(double x, double y, String text, double size, String color) {
    rimmed(x, y, text, size, color, LEAN);
  }

  /** In the middle, with a white rim, to be read over anything. */
  void haloed(double x, double y, String text, double size, String color) {
    rimmed(x - textWidth(text, size) / 2, y, text, size, color, 0);
  }

  private void rimmed(double x, double y, String text, double size, String color, float lean) {
    for (boolean rim : new boolean[] {true, false})
      run(
          () -> {
            out.saveGraphicsState();
            if (rim) pen.stroke(out, size * 0.22 / PT, "FFFFFF");
            else pen.fill(out, color);
            out.beginText();
            out.setRenderingMode(rim ? RenderingMode.STROKE : RenderingMode.FILL);
            out.setFont(type.font(), (float) size);
            out.setTextMatrix(new Matrix(1, 0, lean, 1, pen.x(x), pen.y(y)));
            out.showText(type.shown(text));
            out.endText();
            out.restoreGraphicsState();
          });
  }

  /** Lines that fit into {@code room} mm. */
  List<String> wrapped(String text, double size, double room) {
    return type.wrapped(text, size, room);
  }

  void line(double x1, double y1, double x2, double y2, double mm, String color) {
    run(
        () -> {
          pen.stroke(out, mm, color);
          out.moveTo(pen.x(x1), pen.y(y1));
          out.lineTo(pen.x(x2), pen.y(y2));
          out.stroke();
        });
  }

  void box(double x, double y, double w, double h, String fill, String edge, double mm) {
    Path2D path = new Path2D.Double();
    path.moveTo(x, y);
    path.lineTo(x + w, y);
    path.lineTo(x + w, y + h);
    path.lineTo(x, y + h);
    path.closePath();
    path(path, fill, edge, mm);
  }

  /**
   * @param fill or edge null = none
   */
  void path(Path2D path, String fill, String edge, double mm) {
    run(
        () -> {
          if (fill != null) pen.fill(out, fill);
          if (edge != null) pen.stroke(out, mm, edge);
          pen.trace(out, path);
          if (fill != null && edge != null) out.fillAndStrokeEvenOdd();
          else if (fill != null) out.fillEvenOdd();
          else out.stroke();
        });
  }

  /** Draws only inside of it. */
  void within(Path2D path, Runnable drawing) {
    run(
        () -> {
          out.saveGraphicsState();
          pen.trace(out, path);
          out.clipEvenOdd();
        });
    drawing.run();
    run(() -> out.restoreGraphicsState());
  }

  /** Scaled into the box, in the middle of it. */
  void picture(byte[] jpeg, double x, double y, double w, double h) {
    run(
        () -> {
          PDImageXObject image = JPEGFactory.createFromByteArray(document, jpeg);
          double scale = Math.min(w / image.getWidth(), h / image.getHeight());
          double iw = image.getWidth() * scale;
          double ih = image.getHeight() * scale;
          double left = x + (w - iw) / 2;
          double top = y + (h - ih) / 2;
          out.drawImage(image, pen.x(left), pen.y(top + ih), (float) (iw * PT), (float) (ih * PT));
        });
  }

  /** Writes on every page, once their number is known. */
  void onEachPage(java.util.function.IntConsumer draw) {
    run(() -> out.close());
    for (int i = 0; i < document.getNumberOfPages(); i++) {
      int page = i;
      run(
          () ->
              out =
                  new PDPageContentStream(
                      document,
                      document.getPage(page),
                      PDPageContentStream.AppendMode.APPEND,
                      true,
                      true));
      draw.accept(page + 1);
      run(() -> out.close());
    }
    out = null;
  }

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    run(
        () -> {
          if (out != null) out.close();
          document.save(bytes);
        });
    return bytes.toByteArray();
  }

  @Override
  public void close() {
    run(document::close);
  }

  private interface Drawing {
    void run() throws IOException;
  }

  private static void run(Drawing drawing) {
    try {
      drawing.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
