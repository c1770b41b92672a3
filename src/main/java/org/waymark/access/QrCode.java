package org.waymark.access;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.ArrayList;
import java.util.List;

/** Text as a QR code. */
public final class QrCode {
  private QrCode() {}

  /** Row by row, {@code 1} = dark; without a quiet zone. */
  public static List<String> rows(String text) {
    try {
      ByteMatrix matrix = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
      List<String> rows = new ArrayList<>();
      for (int y = 0; y < matrix.getHeight(); y++) {
        StringBuilder row = new StringBuilder();
        for (int x = 0; x < matrix.getWidth(); x++) row.append(matrix.get(x, y) == 1 ? '1' : '0');
        rows.add(row.toString());
      }
      return rows;
    } catch (WriterException e) {
      throw new IllegalArgumentException("too long for a QR code: " + text, e);
    }
  }
}
