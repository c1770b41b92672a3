package org.waymark.site;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.List;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** The description of the interface at {@code /v3/api-docs}: geometry is GeoJSON, by hand. */
@Configuration(proxyBeanMethods = false)
class OpenApiSchemas {
  private static final List<Class<?>> GEOMETRIES =
      List.of(
          Geometry.class,
          Point.class,
          LineString.class,
          MultiLineString.class,
          Polygon.class,
          MultiPolygon.class);

  /** Programmers read it now and then: what makes it is there from the first time on. */
  @Bean
  static BeanFactoryPostProcessor describeWhenAsked() {
    return beans -> {
      for (String name : beans.getBeanDefinitionNames())
        if (isOfSpringdoc(name, beans.getBeanDefinition(name)))
          beans.getBeanDefinition(name).setLazyInit(true);
    };
  }

  private static boolean isOfSpringdoc(String name, BeanDefinition bean) {
    return Stream.of(name, bean.getBeanClassName(), bean.getFactoryBeanName())
        .anyMatch(text -> text != null && text.startsWith("org.springdoc"));
  }

  @Bean
  @Lazy
  OpenAPI openApi() {
    GEOMETRIES.forEach(type -> SpringDocUtils.getConfig().replaceWithSchema(type, geometry()));
    return new OpenAPI().info(new Info().title("Waymark").version("v1"));
  }

  /** springdoc would expand JTS to its innards. */
  private static Schema<?> geometry() {
    return new ObjectSchema()
        .description("GeoJSON geometry, [lon, lat] or [lon, lat, metres along the line], EPSG:4490")
        .addProperty("type", new StringSchema())
        .addProperty("coordinates", new ArraySchema().items(new Schema<>()));
  }
}
