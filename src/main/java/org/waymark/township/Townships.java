package org.waymark.township;

import java.time.Instant;
import java.util.List;

/** Front door of the townships. */
public class Townships {
  /** In code order, of the layer in force now. */
  public List<Township> list() {
    throw new UnsupportedOperationException();
  }

  public List<Township> listAsOf(Instant instant) {
    throw new UnsupportedOperationException();
  }

  public int currentLayerVersion() {
    throw new UnsupportedOperationException();
  }
}
