package org.waymark.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.waymark.intake.Found.Layer;

/** Finds out what is in a file, and reads a layer of it. */
@Component
class Reader {
  private static final int SAMPLES = 5;
  private final Gdal gdal;
  private final IntakeSettings limits;

  Reader(Gdal gdal, IntakeSettings limits) {
    this.gdal = gdal;
    this.limits = limits;
  }

  /**
   * @param name as it was sent
   * @throws org.waymark.problem.Problem UNREADABLE_FILE
   */
  Found find(Path upload, String name) {
    List<Layer> layers = new ArrayList<>();
    for (Source source : Sources.of(upload, name, upload.getParent(), limits))
      if (source.format() == Format.XLSX) layers.addAll(sheets(source));
      else layers.addAll(LayerReading.of(source, gdal.describe(source)));
    layers.removeIf(layer -> layer.features() == 0);
    if (layers.isEmpty()) throw Refused.because("noLayers");
    return new Found(layers);
  }

  private List<Layer> sheets(Source workbook) {
    List<Layer> layers = new ArrayList<>();
    for (Layer sheet : LayerReading.of(workbook, gdal.describe(workbook))) {
      String name = workbook.path().getFileName().toString().replace(".xlsx", "");
      Path csv = workbook.path().resolveSibling(name + "-" + (layers.size() + 1) + ".csv");
      String crs = gdal.writeCsv(workbook, sheet.inside(), csv);
      Source source = new Source(Format.CSV, csv, workbook.name(), Contents.UTF_8);
      for (Layer layer : LayerReading.of(source, gdal.describe(source)))
        layers.add(
            new Layer(
                Format.XLSX,
                csv.getFileName().toString(),
                workbook.name(),
                null,
                sheet.name(),
                layer.inside(),
                layer.geometry(),
                layer.features(),
                layer.fields(),
                crs == null ? layer.crs() : new ReferenceSystems.Told(crs, crs, true)));
    }
    return layers;
  }

  /** What a reading gathers while the features go by. */
  static final class Tally {
    private final Set<String> fields = new LinkedHashSet<>();
    private final List<Map<String, Object>> samples = new ArrayList<>();
    private int features;
    private int withoutShape;

    private void add(StagedFeature feature) {
      features++;
      if (feature.geometry() == null) withoutShape++;
      feature.properties().forEach((name, value) -> fields.add(name));
      if (samples.size() < SAMPLES) samples.add(feature.properties());
    }

    List<Map<String, Object>> samples() {
      return samples;
    }

    int features() {
      return features;
    }

    int withoutShape() {
      return withoutShape;
    }

    /** Columns in the order of the layer, then what only features have. */
    List<String> fields(Layer layer) {
      Set<String> ordered = new LinkedHashSet<>();
      layer.fields().forEach(field -> ordered.add(field.name()));
      ordered.retainAll(fields);
      ordered.addAll(fields);
      return List.copyOf(ordered);
    }
  }

  /**
   * Gives each feature of a layer to {@code each}.
   *
   * @param folder of the import
   * @param crs see {@link ReferenceSystems}
   */
  Tally read(Path folder, Layer layer, String encoding, String crs, Consumer<StagedFeature> each) {
    Path path = folder.resolve(layer.file());
    Format format = layer.format() == Format.XLSX ? Format.CSV : layer.format();
    Source source = new Source(format, path, layer.source(), encoding);
    // a sheet's system stands in a column; GDAL must be told. Lists by chainage have none
    boolean named =
        crs.equals(ReferenceSystems.OF_FILE)
            && layer.format() == Format.XLSX
            && layer.crs() != null;
    LineReading lines = new LineReading(crs);
    Tally tally = new Tally();
    gdal.read(
        source,
        layer.inside(),
        encoding,
        named ? layer.crs().code() : crs,
        line -> {
          if (tally.features >= limits.features())
            throw Refused.because(layer.source(), "features", Map.of("most", limits.features()));
          StagedFeature feature = lines.read(line);
          tally.add(feature);
          each.accept(feature);
        });
    return tally;
  }
}
