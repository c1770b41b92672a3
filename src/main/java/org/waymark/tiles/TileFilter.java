package org.waymark.tiles;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.filter.ServerHttpObservationFilter;
import org.waymark.access.Caller;
import org.waymark.access.Callers;
import org.waymark.plan.Plans;

/**
 * Hands out tiles of the present day behind the sign-in and before the dispatcher, which costs more
 * than most of them do. All else, and every fault, is {@link TileController}'s.
 */
@Component
@Order(TileFilter.BEHIND_OTHERS)
class TileFilter extends OncePerRequestFilter {
  static final int BEHIND_OTHERS = 1_000;
  private static final Pattern TILE =
      Pattern.compile("/tiles/(public/)?([a-z]+)/(\\d{1,2})/(\\d{1,5})/(\\d{1,5})\\.mvt");
  private final ObjectProvider<Tiles> tiles;
  private final ObjectProvider<Plans> plans;
  private final Callers callers;

  /** Filters are made before the database is reached: the others come with the first request. */
  TileFilter(ObjectProvider<Tiles> tiles, ObjectProvider<Plans> plans, Callers callers) {
    this.tiles = tiles;
    this.plans = plans;
    this.callers = callers;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().startsWith("/tiles/")
        || request.getQueryString() != null
        || !request.getMethod().equals("GET");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Matcher path = TILE.matcher(request.getRequestURI());
    Optional<Tile> tile = path.matches() ? find(path) : Optional.empty();
    if (tile.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    boolean open = path.group(1) != null;
    ServerHttpObservationFilter.findObservationContext(request)
        .ifPresent(
            watched ->
                watched.setPathPattern(
                    "/tiles/" + (open ? "public/" : "") + "{layer}/{z}/{x}/{y}.mvt"));
    TileAnswer.write(tile.get(), open, request, response);
  }

  private Optional<Tile> find(Matcher path) {
    boolean open = path.group(1) != null;
    Optional<Caller> caller = open ? Optional.empty() : callers.find();
    if (!open && caller.isEmpty()) return Optional.empty();
    try {
      return tiles
          .getObject()
          .findPresent(
              caller.orElse(null),
              plans.getObject().currentKey(),
              path.group(2),
              Integer.parseInt(path.group(3)),
              Integer.parseInt(path.group(4)),
              Integer.parseInt(path.group(5)));
    } catch (RuntimeException fault) {
      return Optional.empty(); // comes again in the controller, where it is told
    }
  }
}
