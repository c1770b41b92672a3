package org.waymark.features;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.core.JsonGenerator;

/** Absolute addresses of this service, as the reader of this request reaches it. */
final class Links {
  static final String JSON = "application/json";
  static final String GEO_JSON = "application/geo+json";
  static final String HTML = "text/html";
  static final String OPENAPI = "application/vnd.oai.openapi+json;version=3.0";
  static final String SCHEMA = "application/schema+json";

  private final String root;
  private final String path;
  private final Map<String, String> query;

  Links(HttpServletRequest request, Parameters given) {
    root = ServletUriComponentsBuilder.fromContextPath(request).build().toUriString() + "/ogc";
    path = request.getRequestURI().replaceFirst("^.*?/ogc(?=/|$)", "").replaceFirst("/$", "");
    query = given.all();
  }

  record Link(String href, String rel, String type, String title) {
    /** As the documents have it. */
    Map<String, Object> json() {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("href", href);
      json.put("rel", rel);
      json.put("type", type);
      json.put("title", title);
      return json;
    }

    void write(JsonGenerator out) {
      out.writeStartObject();
      json().forEach((name, value) -> out.writeStringProperty(name, (String) value));
      out.writeEndObject();
    }
  }

  /**
   * @param below of /ogc, such as {@code /collections}
   */
  String to(String below) {
    return root + below;
  }

  Link to(String below, String rel, String type, String title) {
    return new Link(to(below), rel, type, title);
  }

  /** This very address, in a format. */
  Link here(String rel, String type, String format, String title) {
    return new Link(with(Map.of("f", format)), rel, type, title);
  }

  /** This very address with some parameters changed. */
  String with(Map<String, String> changed) {
    Map<String, String> all = new LinkedHashMap<>(query);
    all.putAll(changed);
    UriComponentsBuilder address = UriComponentsBuilder.fromUriString(root + path);
    all.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
    return address.encode().buildAndExpand(all).toUriString();
  }
}
