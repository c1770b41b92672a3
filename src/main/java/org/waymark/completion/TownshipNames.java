package org.waymark.completion;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.waymark.township.Township;
import org.waymark.township.Townships;

/** Names by code of the layer in force; kept until another layer is. */
@Component
class TownshipNames {
  private final Townships townships;
  private final Map<String, Layer> kept = new ConcurrentHashMap<>();

  TownshipNames(Townships townships) {
    this.townships = townships;
  }

  private record Layer(int version, Map<String, String> names) {}

  Map<String, String> get(String district) {
    int version = townships.currentLayerVersion(district);
    return kept.compute(
            district,
            (code, layer) ->
                layer != null && layer.version() == version ? layer : read(code, version))
        .names();
  }

  private Layer read(String district, int version) {
    return new Layer(
        version,
        townships.list(district).stream()
            .collect(Collectors.toMap(Township::code, Township::name)));
  }
}
