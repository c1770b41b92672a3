package org.waymark.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.waymark.archive.Manifest.Entry;
import org.waymark.problem.Problem;

/**
 * A part as it is unpacked: stops where more comes than was told, or more than any archive packs,
 * and fails at its end unless every byte is what was told.
 *
 * @throws Problem FAULTY_ARCHIVE from any reading
 */
final class CheckedPart extends FilterInputStream {
  /** Tables pack 5 to 40 times; archives that fill disks pack a thousand times. */
  private static final long RATIO = 200;

  /** Small ones may pack well. */
  private static final long RATIO_FROM_BYTES = 50_000_000;

  private final Entry told;
  private final long packed;
  private final MessageDigest digest = Tally.sha256();
  private long bytes;
  private boolean ended;

  /**
   * @param packed bytes of the whole archive
   */
  CheckedPart(InputStream in, Entry told, long packed) {
    super(in);
    this.told = told;
    this.packed = packed;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int got;
    try {
      got = super.read(into, from, length);
    } catch (IOException e) {
      throw ArchiveFile.damaged(told.name());
    }
    if (got < 0) {
      end();
      return got;
    }
    bytes += got;
    digest.update(into, from, got);
    if (bytes > told.bytes()) throw ArchiveFile.damaged(told.name());
    if (bytes > RATIO_FROM_BYTES && bytes / RATIO > packed)
      throw FaultyArchive.because(told.name(), "ratio", Map.of("most", RATIO));
    return got;
  }

  private void end() {
    if (ended) return;
    ended = true;
    boolean right =
        bytes == told.bytes() && HexFormat.of().formatHex(digest.digest()).equals(told.sha256());
    if (!right) throw ArchiveFile.damaged(told.name());
  }
}
