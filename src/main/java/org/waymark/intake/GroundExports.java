package org.waymark.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.access.Caller;
import org.waymark.footprint.FootprintVersion;
import org.waymark.footprint.Footprints;
import org.waymark.footprint.TownshipShare;
import org.waymark.geojson.GeoJson;
import org.waymark.plan.Plan;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Plans;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Lets footprints out as files that others open, and that come in again unchanged. */
@Component
class GroundExports {
  /** What comes out goes in again unchanged. */
  private static final int DECIMALS = 9;

  private final Footprints footprints;
  private final Plans plans;
  private final Gdal gdal;
  private final ImportFolders folders;
  private final JsonMapper json;

  GroundExports(
      Footprints footprints, Plans plans, Gdal gdal, ImportFolders folders, JsonMapper json) {
    this.footprints = footprints;
    this.plans = plans;
    this.gdal = gdal;
    this.folders = folders;
    this.json = json;
  }

  /**
   * @param project null = all in scope
   * @param township null = all in scope
   * @param encoding of a Shapefile's text
   */
  record Wish(ExportKind kind, String crs, String encoding, Integer project, String township) {}

  /**
   * Writes what the caller may see of what was in force at {@code instant}.
   *
   * @return a folder whose file {@code footprints.<extension>} it is; the caller deletes it
   */
  @Transactional(readOnly = true)
  UUID write(Caller caller, PlanKey key, Instant instant, Wish wish) {
    UUID id = UUID.randomUUID();
    Path folder = folders.path(id);
    try {
      Files.createDirectories(folder);
      Map<String, Path> drafts = drafts(caller, key, instant, wish, folder);
      Path to = folder.resolve("footprints." + wish.kind().extension());
      if (wish.kind() == ExportKind.SHP) shapes(drafts, wish, folder, to);
      else
        for (Path draft : drafts.values())
          gdal.convert(draft, wish.kind().format, to, arguments(wish));
      return id;
    } catch (IOException e) {
      folders.delete(id);
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      folders.delete(id);
      throw e;
    }
  }

  private static List<String> arguments(Wish wish) {
    List<String> arguments = new ArrayList<>();
    if (wish.crs().equals("EPSG:4545")) arguments.addAll(List.of("-t_srs", "EPSG:4545"));
    else if (wish.kind() == ExportKind.GPKG || wish.kind() == ExportKind.SHP)
      arguments.addAll(List.of("-a_srs", wish.crs()));
    if (wish.kind() == ExportKind.SHP)
      arguments.addAll(List.of("-lco", "ENCODING=" + wish.encoding()));
    if (wish.kind() == ExportKind.GEOJSON)
      arguments.addAll(List.of("-lco", "RFC7946=YES", "-lco", "COORDINATE_PRECISION=9"));
    arguments.addAll(List.of("-nln", "footprints"));
    return arguments;
  }

  /** Lines of GeoJSON; of a Shapefile one file for lines, polygons and points each. */
  private Map<String, Path> drafts(
      Caller caller, PlanKey key, Instant instant, Wish wish, Path folder) throws IOException {
    Map<String, Path> drafts = new TreeMap<>();
    Map<String, Writer> writers = new HashMap<>();
    ShapeNames names =
        wish.kind() == ExportKind.SHP
            ? new ShapeNames(Charset.forName(wish.encoding().equals("GBK") ? "GBK" : "UTF-8"))
            : null;
    Map<String, Integer> projects = projects(plans.getAsOf(key, instant));
    try {
      footprints.eachAsOf(
          key,
          instant,
          version -> {
            Integer project = projects.get(version.indicatorCode());
            if (!isWanted(caller, key, version, project, wish)) return;
            String kind =
                names == null ? "footprints" : version.kind().name().toLowerCase(Locale.ROOT);
            try {
              if (!writers.containsKey(kind)) {
                drafts.put(kind, folder.resolve(kind + ".geojsonl"));
                writers.put(kind, Files.newBufferedWriter(drafts.get(kind)));
              }
              writers.get(kind).append(line(version, names)).append('\n');
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } finally {
      for (Writer writer : writers.values()) writer.close();
    }
    if (drafts.isEmpty()) throw Refused.because("nothingToExport");
    return drafts;
  }

  private static Map<String, Integer> projects(Plan plan) {
    Map<String, Integer> projects = new HashMap<>();
    plan.projects()
        .forEach(
            p ->
                p.tracks()
                    .forEach(t -> t.indicators().forEach(i -> projects.put(i.code(), p.number()))));
    return projects;
  }

  private boolean isWanted(
      Caller caller, PlanKey key, FootprintVersion version, Integer project, Wish wish) {
    if (project == null || !caller.coversProject(project)) return false;
    if (wish.project() != null && !wish.project().equals(project)) return false;
    if (caller.townships().isEmpty() && wish.township() == null) return true;
    List<TownshipShare> shares = footprints.listShares(key, version.code(), version.version());
    return shares.stream()
        .map(TownshipShare::townshipCode)
        .anyMatch(
            code ->
                caller.coversTownship(code)
                    && (wish.township() == null || wish.township().equals(code)));
  }

  private String line(FootprintVersion version, ShapeNames names) {
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("code", version.code());
    columns.put("indicator", version.indicatorCode());
    columns.put("name", version.name());
    columns.put("quantity", version.designQuantity());
    columns.put("unit", version.unit());
    columns.put("sensitivity", version.sensitivity().name().toLowerCase(Locale.ROOT));
    if (!version.components().isEmpty())
      columns.put("components", String.join("、", version.components()));
    new TreeMap<>(version.attributes())
        .forEach((name, value) -> columns.putIfAbsent(name, flat(value)));
    java.io.StringWriter text = new java.io.StringWriter();
    try (JsonGenerator out = json.createGenerator(text)) {
      out.writeStartObject();
      out.writeStringProperty("type", "Feature");
      out.writeObjectPropertyStart("properties");
      columns.forEach(
          (name, value) -> {
            out.writeName(names == null ? name : names.of(name));
            out.writePOJO(names != null && value instanceof String s ? names.text(s) : value);
          });
      out.writeEndObject();
      out.writeName("geometry");
      GeoJson.write(out, plain(version.geom()), DECIMALS);
      out.writeEndObject();
    }
    return text.toString();
  }

  private Object flat(Object value) {
    return value instanceof List || value instanceof Map ? json.writeValueAsString(value) : value;
  }

  /** Without measures, and a collection of one as the one. */
  private static Geometry plain(Geometry geometry) {
    try {
      Geometry flat = new WKBReader().read(new WKBWriter(2).write(geometry));
      return flat.getNumGeometries() == 1 ? flat.getGeometryN(0) : flat;
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  private void shapes(Map<String, Path> drafts, Wish wish, Path folder, Path to)
      throws IOException {
    try (OutputStream file = Files.newOutputStream(to);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      for (Map.Entry<String, Path> draft : drafts.entrySet()) {
        Path shape = folder.resolve(draft.getKey() + ".shp");
        gdal.convert(draft.getValue(), Format.SHAPEFILE, shape, arguments(wish));
        for (String part : List.of("shp", "shx", "dbf", "prj", "cpg")) {
          Path made = folder.resolve(draft.getKey() + "." + part);
          zip.putNextEntry(new ZipEntry("footprints-" + made.getFileName()));
          Files.copy(made, zip);
        }
      }
    }
  }

  Path file(UUID folder, ExportKind kind) {
    return folders.path(folder).resolve("footprints." + kind.extension());
  }

  void delete(UUID folder) {
    folders.delete(folder);
  }
}
