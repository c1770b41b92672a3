package org.waymark.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagePartName;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Names what stands in for the official fonts where a machine has not got them. */
final class FontTable {
  private static final Map<String, String> INSTEAD = new LinkedHashMap<>();

  static {
    INSTEAD.put(OfficialDocument.SONG, "华文中宋;STZhongsong;宋体;SimSun;Noto Serif CJK SC");
    INSTEAD.put(OfficialDocument.FANG, "仿宋;FangSong;华文仿宋;STFangsong;Noto Serif CJK SC");
    INSTEAD.put(OfficialDocument.HEI, "SimHei;Noto Sans CJK SC;WenQuanYi Micro Hei");
    INSTEAD.put(OfficialDocument.KAI, "楷体;KaiTi;华文楷体;STKaiti;Noto Serif CJK SC");
  }

  private FontTable() {}

  static void add(XWPFDocument document) {
    StringBuilder xml =
        new StringBuilder(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                + "<w:fonts xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">");
    INSTEAD.forEach(
        (font, names) ->
            xml.append(
                "<w:font w:name=\"%s\"><w:altName w:val=\"%s\"/><w:charset w:val=\"86\"/></w:font>"
                    .formatted(font, names)));
    xml.append("</w:fonts>");
    try {
      PackagePartName name = PackagingURIHelper.createPartName("/word/fontTable.xml");
      PackagePart part =
          document
              .getPackage()
              .createPart(
                  name,
                  "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml");
      try (OutputStream out = part.getOutputStream()) {
        out.write(xml.toString().getBytes(StandardCharsets.UTF_8));
      }
      document
          .getPackagePart()
          .addRelationship(
              name,
              TargetMode.INTERNAL,
              "http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable");
    } catch (InvalidFormatException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
