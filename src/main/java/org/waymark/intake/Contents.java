package org.waymark.intake;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What a file is, by its first bytes; names decide only where bytes cannot. */
final class Contents {
  static final String UTF_8 = "UTF-8";
  static final String GB18030 = "GB18030";
  private static final int HEAD = 8192;

  private Contents() {}

  static boolean isZip(Path file) {
    byte[] head = head(file);
    return head.length > 3 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
  }

  /**
   * @throws org.waymark.problem.Problem UNREADABLE_FILE for what is none of ours
   */
  static Format formatOf(Path file, String name) {
    byte[] bytes = head(file);
    if (bytes.length == 0) throw Refused.because(name, "empty", java.util.Map.of());
    String head = new String(bytes, StandardCharsets.ISO_8859_1);
    if (head.startsWith("SQLite format 3\0")) return geoPackage(file, name, head);
    if (bytes.length > 3 && bytes[0] == 0 && bytes[1] == 0 && bytes[2] == 0x27 && bytes[3] == 0x0a)
      return Format.SHAPEFILE;
    if (head.startsWith("PK")) return Format.XLSX;
    String text =
        head.replaceFirst("^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)", "")
            .replace("\0", "")
            .stripLeading();
    if (text.startsWith("<")) return kml(file, name);
    if (text.startsWith("\u001e")) return Format.GEOJSON_LINES;
    if (text.startsWith("{")) return json(text, name);
    if (head.startsWith("AutoCAD Binary DXF")) return Format.DXF;
    if (text.matches("(?s)(999\\s.*?\\n)?0\\s*\\r?\\n\\s*SECTION.*")) return Format.DXF;
    // a table has columns; prose does not
    if (name.toLowerCase(Locale.ROOT).matches(".*\\.(csv|txt|tsv)")
        && head.indexOf('\0') < 0
        && text.matches("(?s)[^\\n]*[,;\\t][^\\n]*\\n.*\\S.*")) return Format.CSV;
    throw Refused.because(name, "format", java.util.Map.of());
  }

  private static Format geoPackage(Path file, String name, String head) {
    String application = head.length() < 72 ? "" : head.substring(68, 72);
    if (!application.startsWith("GP")) throw Refused.because("sqlite");
    SqliteSchema.require(file, name);
    return Format.GEOPACKAGE;
  }

  private static Format json(String text, String name) {
    if (text.matches("(?s).*\"projects\"\\s*:\\s*\\[.*") && !text.contains("FeatureCollection"))
      return Format.OC4IDS;
    if (text.matches("(?s)\\{\\s*\"type\"\\s*:\\s*\"Feature\"\\s*,.*\\n\\s*\\{.*")
        || name.toLowerCase(Locale.ROOT).matches(".*\\.(geojsonl|geojsons|ndjson|jsonl)"))
      return Format.GEOJSON_LINES;
    return Format.GEOJSON;
  }

  /** The root must be kml; a document type, which is where entities come from, is refused. */
  private static Format kml(Path file, String name) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setXMLReporter((message, type, information, place) -> {});
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try (InputStream in = Files.newInputStream(file)) {
      XMLStreamReader xml = factory.createXMLStreamReader(in);
      while (xml.hasNext())
        switch (xml.next()) {
          case XMLStreamConstants.DTD -> throw Refused.because(name, "doctype", java.util.Map.of());
          case XMLStreamConstants.START_ELEMENT -> {
            if (xml.getLocalName().equals("kml")) return Format.KML;
            throw Refused.because(name, "format", java.util.Map.of());
          }
          default -> {}
        }
    } catch (XMLStreamException e) {
      throw Refused.because(
          name, "xml", java.util.Map.of("detail", String.valueOf(e.getLocation().getLineNumber())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw Refused.because(name, "format", java.util.Map.of());
  }

  /** As {@code .cpg} says, else as the table's bytes show. */
  static String encodingOfShape(Path cpg, Path dbf) {
    if (Files.exists(cpg)) {
      String said =
          new String(head(cpg), StandardCharsets.ISO_8859_1).strip().toUpperCase(Locale.ROOT);
      if (said.contains("UTF")) return UTF_8;
      if (said.matches(".*(GB|936).*")) return GB18030;
    }
    return Files.exists(dbf) ? encodingOfText(dbf) : UTF_8;
  }

  /** UTF-8 where every byte fits it, else GB18030. */
  static String encodingOfText(Path file) {
    CharsetDecoder utf8 =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    java.nio.CharBuffer out = java.nio.CharBuffer.allocate(1 << 16);
    byte[] buffer = new byte[1 << 16];
    int kept = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (int got = in.read(buffer); got >= 0; got = in.read(buffer, kept, buffer.length - kept)) {
        ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, kept + got);
        out.clear();
        var result = utf8.decode(bytes, out, false);
        if (result.isError()) result.throwException();
        kept = bytes.remaining();
        System.arraycopy(buffer, bytes.position(), buffer, 0, kept);
      }
      return kept == 0 ? UTF_8 : GB18030;
    } catch (CharacterCodingException e) {
      return GB18030;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void toUtf8(Path file, String encoding, Path to) {
    try (BufferedReader in =
            new BufferedReader(
                new InputStreamReader(Files.newInputStream(file), Charset.forName(encoding)));
        BufferedWriter out = Files.newBufferedWriter(to)) {
      char[] buffer = new char[1 << 15];
      boolean first = true;
      for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
        int from = first && got > 0 && buffer[0] == '\ufeff' ? 1 : 0;
        out.write(buffer, from, got - from);
        first = false;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] head(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(HEAD);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
