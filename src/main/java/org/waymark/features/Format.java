package org.waymark.features;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.HttpMediaTypeNotAcceptableException;

/** A page for people, or JSON in whatever kind the resource has. */
enum Format {
  JSON,
  HTML;

  private static final MediaType OPENAPI = MediaType.valueOf("application/vnd.oai.openapi+json");
  private static final List<MediaType> JSONS =
      List.of(
          MediaType.APPLICATION_JSON,
          MediaType.valueOf("application/geo+json"),
          MediaType.valueOf("application/schema+json"),
          OPENAPI);

  /** {@code f} says it, else the reader's Accept, else JSON. */
  static Format of(HttpServletRequest request, Parameters given)
      throws HttpMediaTypeNotAcceptableException {
    String told = given.find("f").orElse(null);
    if (told != null)
      return switch (told) {
        case "json", "geojson" -> JSON;
        case "html" -> HTML;
        default -> throw ItemParameters.wrong("f", told, "json, html");
      };
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    return accept == null || accept.isBlank() ? JSON : ofAccept(accept);
  }

  private static Format ofAccept(String accept) throws HttpMediaTypeNotAcceptableException {
    try {
      List<MediaType> wanted = MediaType.parseMediaTypes(accept);
      MimeTypeUtils.sortBySpecificity(wanted);
      wanted.sort((a, b) -> Double.compare(b.getQualityValue(), a.getQualityValue()));
      for (MediaType type : wanted) {
        if (type.getQualityValue() == 0) continue;
        if (JSONS.stream().anyMatch(t -> type.includes(t) || t.equalsTypeAndSubtype(type)))
          return JSON;
        if (type.includes(MediaType.TEXT_HTML)) return HTML;
      }
    } catch (InvalidMediaTypeException e) {
      // told as not acceptable
    }
    throw new HttpMediaTypeNotAcceptableException(accept);
  }
}
