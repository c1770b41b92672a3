package org.waymark.intake;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an SQLite file declares, read from its bytes before any library opens it: a table that is
 * not kept in the file but made by a program (CREATE VIRTUAL TABLE) can read other files of this
 * machine, and a view can call functions. What is let in is for {@link DeclaredSql} to say.
 *
 * @see <a href="https://www.sqlite.org/fileformat2.html">SQLite: Database File Format</a>
 */
final class SqliteSchema {
  private static final int MOST_PAGES = 20_000;
  private static final int LONGEST_ROW = 1_000_000;
  private static final int HEADER_BYTES = 100;
  private static final int SQL_COLUMN = 4;

  private final RandomAccessFile file;
  private final int pageSize;
  private final int usable;
  private final Charset text;

  private SqliteSchema(RandomAccessFile file) throws IOException {
    this.file = file;
    ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
    file.readFully(header.array());
    int size = header.getShort(16) & 0xffff;
    pageSize = size == 1 ? 65_536 : size;
    usable = pageSize - (header.get(20) & 0xff);
    text =
        switch (header.getInt(56)) {
          case 2 -> StandardCharsets.UTF_16LE;
          case 3 -> StandardCharsets.UTF_16BE;
          default -> StandardCharsets.UTF_8;
        };
    if (Integer.bitCount(pageSize) != 1 || pageSize < 512 || usable < 480)
      throw new IOException("page size " + pageSize);
  }

  /**
   * @throws org.waymark.problem.Problem UNREADABLE_FILE where something is declared that is not
   *     kept in the file itself
   */
  static void require(Path path, String name) {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      String harmful = DeclaredSql.firstHarmful(new SqliteSchema(file).statements());
      if (harmful == null) return;
      String told = harmful.strip().replaceAll("\\s+", " ");
      throw Refused.because(
          name,
          "sqliteDeclares",
          Map.of("what", told.length() > 80 ? told.substring(0, 80) + "…" : told));
    } catch (IOException
        | BufferUnderflowException
        | IndexOutOfBoundsException
        | IllegalArgumentException
        | ArithmeticException e) {
      throw Refused.because(name, "damaged", Map.of("detail", "SQLite"));
    }
  }

  /** The column sql of every row of sqlite_schema, whose tree begins on page 1. */
  private List<String> statements() throws IOException {
    List<String> found = new ArrayList<>();
    Set<Integer> seen = new HashSet<>();
    Deque<Integer> pages = new ArrayDeque<>(List.of(1));
    while (!pages.isEmpty()) {
      int number = pages.pop();
      if (!seen.add(number) || seen.size() > MOST_PAGES) throw new IOException("page " + number);
      ByteBuffer page = page(number);
      int at = number == 1 ? HEADER_BYTES : 0;
      int kind = page.get(at) & 0xff;
      int cells = page.getShort(at + 3) & 0xffff;
      if (kind == 0x05) {
        pages.push(page.getInt(at + 8));
        for (int i = 0; i < cells; i++)
          pages.push(page.getInt(page.getShort(at + 12 + 2 * i) & 0xffff));
      } else if (kind == 0x0d) {
        for (int i = 0; i < cells; i++)
          found.add(sql(row(page, page.getShort(at + 8 + 2 * i) & 0xffff)));
      } else throw new IOException("page " + number + " of kind " + kind);
    }
    return found;
  }

  /** The whole of a row, with what lies on overflow pages. */
  private ByteBuffer row(ByteBuffer page, int at) throws IOException {
    page.position(at);
    long length = varint(page);
    varint(page); // its number
    if (length < 0 || length > LONGEST_ROW) throw new IOException("row of " + length);
    int most = usable - 35;
    int here = (int) length;
    if (length > most) {
      int least = (usable - 12) * 32 / 255 - 23;
      int wanted = least + (int) ((length - least) % (usable - 4));
      here = wanted <= most ? wanted : least;
    }
    ByteBuffer row = ByteBuffer.allocate((int) length);
    copy(page, row, here);
    int next = row.hasRemaining() ? page.getInt() : 0;
    for (int pages = 0; row.hasRemaining(); pages++) {
      if (next <= 0 || pages > MOST_PAGES) throw new IOException("overflow " + next);
      ByteBuffer more = page(next);
      next = more.getInt();
      copy(more, row, Math.min(usable - 4, row.remaining()));
    }
    return row.flip();
  }

  private static void copy(ByteBuffer from, ByteBuffer to, int length) {
    byte[] bytes = new byte[length];
    from.get(bytes);
    to.put(bytes);
  }

  private String sql(ByteBuffer row) throws IOException {
    int start = row.position();
    int header = (int) varint(row);
    long[] types = new long[SQL_COLUMN + 1];
    for (int i = 0; i <= SQL_COLUMN && row.position() < start + header; i++) types[i] = varint(row);
    int at = start + header;
    for (int i = 0; i < SQL_COLUMN; i++) at += Math.toIntExact(length(types[i]));
    int length = Math.toIntExact(length(types[SQL_COLUMN]));
    row.position(at);
    if (length > row.remaining()) throw new IOException("text of " + length);
    byte[] bytes = new byte[length];
    row.get(bytes);
    // a blob stands where a text should: read as one
    return new String(bytes, text);
  }

  private static long length(long type) throws IOException {
    if (type >= 12) return (type - 12) / 2;
    return switch ((int) type) {
      case 0, 8, 9 -> 0;
      case 1 -> 1;
      case 2 -> 2;
      case 3 -> 3;
      case 4 -> 4;
      case 5 -> 6;
      case 6, 7 -> 8;
      default -> throw new IOException("type " + type);
    };
  }

  private static long varint(ByteBuffer bytes) {
    long value = 0;
    for (int i = 0; i < 8; i++) {
      byte b = bytes.get();
      value = value << 7 | b & 0x7f;
      if (b >= 0) return value;
    }
    return value << 8 | bytes.get() & 0xff;
  }

  private ByteBuffer page(int number) throws IOException {
    byte[] bytes = new byte[pageSize];
    file.seek((number - 1L) * pageSize);
    file.readFully(bytes);
    return ByteBuffer.wrap(bytes);
  }
}
