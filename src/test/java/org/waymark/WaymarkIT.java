package org.waymark;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfiguration;
import org.waymark.embedded.PrivateCluster;

/**
 * The whole application on a random port and a PostGIS database of its own: an empty one, or with
 * the demo up to the instant that {@code waymark.test.demo} names.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"waymark.demo=false", "waymark.first-administrator=false"})
@ContextConfiguration(initializers = WaymarkIT.FreshDatabase.class)
public @interface WaymarkIT {
  /** Of this process: others run beside it. */
  Path INTAKE = Path.of("target", "intake", String.valueOf(ProcessHandle.current().pid()));

  class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
      PrivateCluster cluster = TestDatabase.cluster();
      String demo = context.getEnvironment().getProperty("waymark.test.demo");
      String url =
          cluster.jdbcUrl(demo == null ? TestDatabase.create() : TestDatabase.createDemo(demo));
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(
              new MapPropertySource(
                  "test database",
                  Map.of(
                      "waymark.intake.folder",
                      INTAKE.toString(),
                      "waymark.db.url",
                      url,
                      "spring.datasource.url",
                      url,
                      "spring.datasource.username",
                      cluster.user(),
                      "spring.datasource.password",
                      cluster.password())));
    }
  }
}
