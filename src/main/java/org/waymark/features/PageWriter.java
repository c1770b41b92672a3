package org.waymark.features;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.waymark.features.ItemQueries.RowReader;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes features as GeoJSON while they are read; what comes after the last is told at the end. */
final class PageWriter {
  /** A reader that takes longer loses its connection. */
  private static final Duration LONGEST = Duration.ofMinutes(3);

  private final JsonMapper mapper;
  private final ItemRequest request;
  private final Links links;
  private final int snapshot;
  private final long startedAt = System.nanoTime();
  private int written;
  private PageToken last;
  private boolean more;

  /**
   * @param snapshot that the features are of; 0 for internal collections
   */
  PageWriter(JsonMapper mapper, ItemRequest request, Links links, int snapshot) {
    this.mapper = mapper;
    this.request = request;
    this.links = links;
    this.snapshot = snapshot;
  }

  /** Hands every row of the page to the reader. */
  interface Rows {
    void each(RowReader reader);
  }

  void write(Items.Answer answer, long matched, Instant now, Rows rows) throws IOException {
    // what fails on the way must not be closed: it would look like a whole page
    JsonGenerator json =
        mapper
            .writer()
            .without(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .createGenerator(answer.open());
    json.writeStartObject();
    json.writeStringProperty("type", "FeatureCollection");
    json.writeStringProperty("timeStamp", now.toString());
    json.writeNumberProperty("numberMatched", matched);
    json.writeName("features");
    json.writeStartArray();
    rows.each(row -> next(json, row));
    json.writeEndArray();
    json.writeNumberProperty("numberReturned", written);
    links(json);
    json.writeEndObject();
    json.close();
  }

  private void links(JsonGenerator json) {
    json.writeName("links");
    json.writeStartArray();
    links.here("self", Links.GEO_JSON, "json", "GeoJSON").write(json);
    links.here("alternate", Links.HTML, "html", "HTML").write(json);
    links
        .to("/collections/" + request.type().id(), "collection", Links.JSON, request.type().id())
        .write(json);
    if (more)
      new Links.Link(links.with(Map.of("next", last.text())), "next", Links.GEO_JSON, "next page")
          .write(json);
    json.writeEndArray();
  }

  Optional<byte[]> single(Rows rows) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = mapper.createGenerator(bytes)) {
      rows.each(
          row -> {
            json.writeStartObject();
            feature(json, row);
            links(json);
            json.writeEndObject();
          });
    }
    return bytes.size() == 0 ? Optional.empty() : Optional.of(bytes.toByteArray());
  }

  private void next(JsonGenerator json, ResultSet row) throws SQLException {
    if (written == request.limit()) {
      more = true;
      return;
    }
    if (System.nanoTime() - startedAt > LONGEST.toNanos())
      throw new ReaderLeft(new IOException("longer than " + LONGEST));
    json.writeStartObject();
    feature(json, row);
    json.writeEndObject();
    if (++written == request.limit()) last = place(row);
  }

  private void feature(JsonGenerator json, ResultSet row) throws SQLException {
    json.writeStringProperty("type", "Feature");
    json.writeStringProperty("id", id(row));
    int column = request.type().key().size() + request.order().size() + 1;
    json.writeName("properties");
    json.writeStartObject();
    for (Property property : request.properties()) {
      json.writeName(property.name());
      value(json, property, value(row, column++, property));
    }
    json.writeEndObject();
    json.writeName("geometry");
    String geometry = row.getString(column);
    if (geometry == null) json.writeNull();
    else json.writeRawValue(geometry);
  }

  private String id(ResultSet row) throws SQLException {
    List<String> parts = new ArrayList<>();
    for (int i = 1; i <= request.type().key().size(); i++) parts.add(row.getString(i));
    return parts.stream().collect(Collectors.joining(FeatureIds.BETWEEN));
  }

  private PageToken place(ResultSet row) throws SQLException {
    List<Object> values = new ArrayList<>();
    int keys = request.type().key().size();
    for (int i = 0; i < request.order().size(); i++)
      values.add(value(row, keys + 1 + i, request.order().get(i).property()));
    for (int i = 0; i < keys; i++) values.add(value(row, i + 1, request.type().key().get(i)));
    return new PageToken(snapshot, values);
  }

  private static Object value(ResultSet row, int column, Property property) throws SQLException {
    return switch (property.type()) {
      case TEXT -> row.getString(column);
      case INTEGER, NUMBER -> row.getBigDecimal(column);
      case BOOLEAN -> row.getObject(column, Boolean.class);
      case DATE -> row.getObject(column, LocalDate.class);
      case INSTANT -> {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        yield at == null ? null : at.toInstant();
      }
    };
  }

  private static void value(JsonGenerator json, Property property, Object value) {
    if (value == null) json.writeNull();
    else if (value instanceof BigDecimal number)
      json.writeNumber(plain(number, property.type() == Property.Type.NUMBER ? 1 : 0));
    else if (value instanceof Boolean told) json.writeBoolean(told);
    else json.writeString(value.toString());
  }

  /**
   * @param decimals at least; readers guess a column's type by its first values
   */
  private static BigDecimal plain(BigDecimal number, int decimals) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < decimals ? stripped.setScale(decimals) : stripped;
  }
}
