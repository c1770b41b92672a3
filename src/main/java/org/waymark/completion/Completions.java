package org.waymark.completion;

import java.util.List;

/** Front door of reports and reviews. */
public class Completions {
  /** Every report of a subject in order of receipt, with where it stands now. */
  public List<FoldedReport> listFor(Subject subject) {
    throw new UnsupportedOperationException();
  }
}
