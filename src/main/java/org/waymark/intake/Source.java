package org.waymark.intake;

import java.nio.file.Path;

/**
 * One file that GDAL is to open, in the folder of its import under a name of ours.
 *
 * @param name as people know it
 * @param encoding of its text where the file says so or shows it; null where it needs none
 */
record Source(Format format, Path path, String name, String encoding) {}
