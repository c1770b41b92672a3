package org.waymark.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.waymark.access.Caller;
import org.waymark.access.Role;
import org.waymark.intake.GroundExports.Written;
import org.waymark.plan.PlanKey;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;

/** Writes exports to files, for the console: all that there is. */
@Component
public class ExportOrders {
  private final GroundExports exports;

  ExportOrders(GroundExports exports) {
    this.exports = exports;
  }

  /**
   * @return bytes written
   * @throws Problem NOT_FOUND for an ending that is no format, FAULTY_FIELDS, UNREADABLE_FILE where
   *     there is nothing to write, BAD_REQUEST where the file is there already
   */
  public long carryOut(PlanKey key, ExportOrder order) {
    Path to = order.file().toAbsolutePath();
    String name = to.getFileName().toString();
    ExportKind kind = ExportKind.of(name.substring(name.indexOf('.') + 1));
    Set<ExportLayer> layers = ExportLayer.of(order.layers());
    if (kind == ExportKind.GEOJSON && kind.zips(layers)) throw refused(name + ": 1 layer");
    Written written =
        exports.write(
            console(key),
            key,
            new ExportWish(
                kind,
                layers,
                order.crs() == null ? "EPSG:4490" : order.crs(),
                order.encoding() == null ? "UTF-8" : order.encoding(),
                order.projects(),
                order.townships(),
                order.day()),
            to.toUri().toString());
    try {
      Files.copy(written.file(), to);
      return Files.size(to);
    } catch (FileAlreadyExistsException e) {
      throw refused(to + " exists");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      exports.delete(written);
    }
  }

  private static Caller console(PlanKey key) {
    return new Caller(
        0,
        key.districtCode(),
        "console",
        "./run export",
        Role.ADMINISTRATOR,
        null,
        Optional.empty(),
        Optional.empty());
  }

  private static Problem refused(String detail) {
    return new Problem(ProblemType.BAD_REQUEST, Map.of("detail", detail), List.of());
  }
}
