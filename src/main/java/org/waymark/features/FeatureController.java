package org.waymark.features;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.access.Caller;
import org.waymark.access.Callers;
import org.waymark.calendar.DistrictClock;
import org.waymark.plan.Plans;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;
import tools.jackson.databind.json.JsonMapper;

/**
 * OGC API – Features. Nobody in particular sees the open collections; who is signed in sees the
 * internal ones too, each within their scope.
 */
@RestController
class FeatureController {
  /** The one page that draws all of them. */
  private static final String PAGE = "/ogc/index.html";

  private static final List<String> ONLY_FORMAT = List.of("f");
  private final Items items;
  private final Documents documents;
  private final Definition definition;
  private final Plans plans;
  private final Callers callers;
  private final DistrictClock clock;
  private final JsonMapper mapper;

  FeatureController(
      Items items,
      Documents documents,
      Definition definition,
      Plans plans,
      Callers callers,
      DistrictClock clock,
      JsonMapper mapper) {
    this.items = items;
    this.documents = documents;
    this.definition = definition;
    this.plans = plans;
    this.callers = callers;
    this.clock = clock;
    this.mapper = mapper;
  }

  private interface Document {
    Map<String, Object> make(Links links);
  }

  @GetMapping({"/ogc", "/ogc/"})
  void landing(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    document(request, response, Links.JSON, documents::landing);
  }

  @GetMapping("/ogc/conformance")
  void conformance(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    document(request, response, Links.JSON, links -> documents.conformance());
  }

  @GetMapping("/ogc/api")
  void api(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    document(
        request,
        response,
        Links.OPENAPI,
        links -> definition.make(links, callers.find().isPresent()));
  }

  @GetMapping("/ogc/collections")
  void collections(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    document(
        request,
        response,
        Links.JSON,
        links -> documents.collections(links, callers.find().isPresent()));
  }

  @GetMapping("/ogc/collections/{collectionId}")
  void collection(
      @PathVariable String collectionId, HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    FeatureType type = type(collectionId);
    document(request, response, Links.JSON, links -> documents.collection(links, type));
  }

  @GetMapping("/ogc/collections/{collectionId}/queryables")
  void queryables(
      @PathVariable String collectionId, HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    FeatureType type = type(collectionId);
    document(request, response, Links.SCHEMA, links -> documents.queryables(links, type));
  }

  /** Written as it is read. */
  @GetMapping("/ogc/collections/{collectionId}/items")
  void items(
      @PathVariable String collectionId, HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    FeatureType type = type(collectionId);
    Parameters given = new Parameters(request);
    ItemRequest wanted = new ItemParameters(plans.currentKey(), type, given, clock).page();
    if (page(request, response, given)) return;
    items.write(
        wanted,
        caller(type),
        new Links(request, given),
        () -> {
          head(response, Links.GEO_JSON, type.open());
          response.setHeader("Content-Crs", "<" + wanted.crs().uri() + ">");
          return response.getOutputStream();
        });
  }

  @GetMapping("/ogc/collections/{collectionId}/items/{featureId}")
  void item(
      @PathVariable String collectionId,
      @PathVariable String featureId,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException, ServletException {
    FeatureType type = type(collectionId);
    Parameters given = new Parameters(request);
    Condition key = FeatureIds.condition(type, featureId).orElseThrow(() -> notFound(featureId));
    ItemRequest wanted = new ItemParameters(plans.currentKey(), type, given, clock).single(key);
    if (page(request, response, given)) return;
    byte[] feature =
        items
            .find(wanted, caller(type), new Links(request, given))
            .orElseThrow(() -> notFound(featureId));
    head(response, Links.GEO_JSON, type.open());
    response.setHeader("Content-Crs", "<" + wanted.crs().uri() + ">");
    response.getOutputStream().write(feature);
  }

  private void document(
      HttpServletRequest request, HttpServletResponse response, String type, Document document)
      throws IOException, ServletException {
    Parameters given = new Parameters(request);
    given.allow(ONLY_FORMAT);
    if (page(request, response, given)) return;
    byte[] body = mapper.writeValueAsBytes(document.make(new Links(request, given)));
    head(response, type, callers.find().isEmpty());
    response.getOutputStream().write(body);
  }

  /** True where the reader wants a page, which fetches the same address as JSON by itself. */
  private static boolean page(
      HttpServletRequest request, HttpServletResponse response, Parameters given)
      throws IOException, ServletException {
    response.setHeader(HttpHeaders.VARY, "Accept, Accept-Language, Authorization, Cookie");
    Format format;
    try {
      format = Format.of(request, given);
    } catch (HttpMediaTypeNotAcceptableException e) {
      throw new Problem(ProblemType.NOT_ACCEPTABLE, Map.of());
    }
    if (format == Format.JSON) return false;
    request.getRequestDispatcher(PAGE).forward(request, response);
    return true;
  }

  /**
   * @param open everybody gets the same
   */
  private static void head(HttpServletResponse response, String type, boolean open) {
    response.setContentType(type);
    response.setHeader(HttpHeaders.CACHE_CONTROL, open ? "no-cache" : "private, no-cache");
  }

  /** Null where anybody may ask; else whoever is signed in. */
  private Caller caller(FeatureType type) {
    return type.open() ? null : callers.get();
  }

  private FeatureType type(String id) {
    FeatureType type = FeatureTypes.find(id).orElseThrow(() -> notFound(id));
    if (!type.open()) callers.get();
    return type;
  }

  private static Problem notFound(String what) {
    return new Problem(ProblemType.NOT_FOUND, Map.of("what", what));
  }
}
