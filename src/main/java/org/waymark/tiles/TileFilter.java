package org.waymark.tiles;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.filter.ServerHttpObservationFilter;
import org.waymark.access.Caller;
import org.waymark.access.Callers;
import org.waymark.access.Passes;
import org.waymark.plan.Plans;

/**
 * Hands out tiles of the present day behind the sign-in and before the dispatcher, which costs more
 * than most of them do. All else, and every fault, is {@link TileController}'s.
 */
@Component
@Order(TileFilter.BEHIND_OTHERS)
class TileFilter extends OncePerRequestFilter {
  static final int BEHIND_OTHERS = 1_000;
  private final ObjectProvider<Tiles> tiles;
  private final ObjectProvider<Plans> plans;
  private final Callers callers;
  private final Passes passes;

  /** Filters are made before the database is reached: the others come with the first request. */
  TileFilter(
      ObjectProvider<Tiles> tiles, ObjectProvider<Plans> plans, Callers callers, Passes passes) {
    this.tiles = tiles;
    this.plans = plans;
    this.callers = callers;
    this.passes = passes;
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
    TilePath path = TilePath.of(request.getRequestURI());
    Optional<Tile> tile = path == null ? Optional.empty() : find(path);
    if (tile.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    if (!path.open()) passes.note(request);
    ServerHttpObservationFilter.findObservationContext(request)
        .ifPresent(watched -> watched.setPathPattern(path.pattern()));
    TileAnswer.write(tile.get(), path.open(), request, response);
  }

  private Optional<Tile> find(TilePath path) {
    Optional<Caller> caller = path.open() ? Optional.empty() : callers.find();
    if (!path.open() && caller.isEmpty()) return Optional.empty();
    try {
      return tiles
          .getObject()
          .findPresent(caller.orElse(null), plans.getObject().currentKey(), path);
    } catch (RuntimeException fault) {
      return Optional.empty(); // comes again in the controller, where it is told
    }
  }
}
