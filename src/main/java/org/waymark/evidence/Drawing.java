package org.waymark.evidence;

import java.nio.charset.StandardCharsets;
import org.waymark.problem.Problem;

/**
 * A drawing that stands for many photos. A JPEG comment makes the bytes of each copy, and so its
 * hash, its own; what it looks like is read once for all of them.
 */
public final class Drawing {
  private static final int MAX_PIXELS = 1_000_000;

  /** JPEG start-of-image marker, after which a comment may stand. */
  private static final int START = 2;

  private final byte[] jpeg;
  private final Picture picture;

  private Drawing(byte[] jpeg, Picture picture) {
    this.jpeg = jpeg;
    this.picture = picture;
  }

  /**
   * @throws Problem NOT_A_PHOTO, PHOTO_TOO_LARGE above one megapixel
   */
  public static Drawing of(byte[] jpeg) {
    return new Drawing(jpeg, Picture.read(jpeg, MAX_PIXELS));
  }

  /**
   * @throws IllegalArgumentException where the comment has more than 65,533 bytes in UTF-8
   */
  public Copy copy(String comment) {
    byte[] text = comment.getBytes(StandardCharsets.UTF_8);
    int length = text.length + 2;
    if (length > 0xffff) throw new IllegalArgumentException("comment of " + text.length + " bytes");
    byte[] out = new byte[jpeg.length + length + 2];
    System.arraycopy(jpeg, 0, out, 0, START);
    out[START] = (byte) 0xff;
    out[START + 1] = (byte) 0xfe;
    out[START + 2] = (byte) (length >> 8);
    out[START + 3] = (byte) length;
    System.arraycopy(text, 0, out, START + 4, text.length);
    System.arraycopy(jpeg, START, out, START + 4 + text.length, jpeg.length - START);
    return new Copy(out, Hashes.sha256(out), picture);
  }

  /** One of them, to be stored under its hash (64 lower-case hex digits). */
  public static final class Copy {
    private final byte[] bytes;
    private final String sha256;
    private final Picture picture;

    private Copy(byte[] bytes, String sha256, Picture picture) {
      this.bytes = bytes;
      this.sha256 = sha256;
      this.picture = picture;
    }

    public String sha256() {
      return sha256;
    }

    byte[] bytes() {
      return bytes;
    }

    Picture picture() {
      return picture;
    }
  }
}
