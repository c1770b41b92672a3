package org.waymark.completion;

/**
 * What somebody sends to be stored as a report. Never changed once received. Fields may be null
 * here: the checks name every faulty one at once.
 */
public sealed interface NewReport
    permits CompletionReport, QuantityReport, DeclaredPercent, ChecklistReport {}
