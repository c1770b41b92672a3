package org.waymark.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.util.ZipSecureFile;

/**
 * Looks into a Word or Excel file before it is opened: a zip that unpacks to more than a plan can
 * be, and what is none, is refused while it is read, whatever its head declares.
 */
final class PlanDraftFile {
  static final int MOST_ENTRIES = 1_000;
  static final long MOST_BYTES_OF_XML = 8_000_000;
  static final long MOST_BYTES = 64_000_000;

  static {
    ZipSecureFile.setMaxFileCount(MOST_ENTRIES);
    ZipSecureFile.setMaxEntrySize(MOST_BYTES);
  }

  private PlanDraftFile() {}

  /**
   * @param part a file that must be inside, such as {@code xl/workbook.xml}
   * @throws org.waymark.problem.Problem {@code faulty-plan}
   */
  static void check(byte[] file, String part) {
    WorkbookFaults faults = new WorkbookFaults();
    String wrong = wrong(file, part);
    if (wrong != null) faults.add("/", wrong, Map.of("part", part, "bytes", file.length));
    faults.throwIfAny();
  }

  private static String wrong(byte[] file, String part) {
    if (file.length > 8 && file[0] == (byte) 0xd0 && file[1] == (byte) 0xcf) return "old-or-locked";
    Set<String> names = new TreeSet<>();
    long xml = 0;
    long all = 0;
    boolean broken = false;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      byte[] buffer = new byte[16_384];
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (!names.add(entry.getName()) || names.size() > MOST_ENTRIES) return "unpacks-too-much";
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        boolean text = entry.getName().matches("(?i).*\\.(xml|rels|vml)");
        for (int got = zip.read(buffer); got >= 0; got = zip.read(buffer)) {
          all += got;
          if (text) xml += got;
          if (all > MOST_BYTES || xml > MOST_BYTES_OF_XML) return "unpacks-too-much";
          if (text) kept.write(buffer, 0, got);
        }
        broken |= text && kept.size() > 0 && !isXml(kept.toByteArray());
      }
    } catch (IOException | IllegalArgumentException noZip) {
      return "unreadable";
    }
    if (!names.contains(part)) return "not-such-a-file";
    return broken ? "unreadable" : null;
  }

  /** Found out here, for what reads it later tells the console of every mistake. */
  private static boolean isXml(byte[] text) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setXMLReporter((message, type, information, place) -> {});
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(text));
      while (xml.hasNext()) xml.next();
      return true;
    } catch (XMLStreamException broken) {
      return false;
    }
  }
}
