package org.waymark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** There is no container engine here: what the two files name must at least exist. */
class ContainersTest {
  private static final String DOCKERFILE = read("Dockerfile");
  private static final String COMPOSE = read("docker-compose.yml");
  private static final String SETTINGS = read("src/main/resources/application.yaml");

  @Test
  void every_folder_that_is_copied_exists_and_is_not_ignored() {
    Set<String> ignored = Set.of(read(".dockerignore").split("\n"));
    Matcher copies = Pattern.compile("(?m)^COPY (?!--from)(\\S+) \\S+$").matcher(DOCKERFILE);
    int count = 0;
    while (copies.find()) {
      count++;
      assertThat(Path.of(copies.group(1))).exists();
      assertThat(ignored).doesNotContain(copies.group(1));
    }
    assertThat(count).isPositive();
  }

  @Test
  void every_setting_that_is_named_is_one_that_the_application_or_its_start_reads() {
    Set<String> known = new HashSet<>(found(SETTINGS, "\\$\\{(WAYMARK_\\w+)"));
    known.addAll(found(read("src/main/shell/tls.sh"), "\\$\\{(WAYMARK_\\w+)"));
    assertThat(known).containsAll(found(DOCKERFILE, "\\b(WAYMARK_\\w+)="));
    assertThat(known).containsAll(found(COMPOSE, "(?m)^ +(WAYMARK_\\w+):"));
    assertThat(known).containsAll(found(read("run"), "\\b(WAYMARK_(?!HOME\\b)\\w+)"));
    assertThat(known).containsAll(found(read("docs/operations.md"), "`(WAYMARK_\\w+)`"));
  }

  @Test
  void every_setting_is_described() {
    assertThat(read("docs/operations.md")).contains(found(SETTINGS, "\\$\\{(WAYMARK_\\w+)"));
  }

  @Test
  void the_port_that_is_served_is_the_one_that_is_published_and_checked() {
    assertThat(DOCKERFILE).contains("WAYMARK_PORT=8080", "EXPOSE 8080", ":8080/actuator/health");
    assertThat(COMPOSE).contains(":8080\"");
  }

  @Test
  void the_application_runs_as_an_ordinary_user_without_demo_accounts() {
    assertThat(DOCKERFILE.indexOf("USER waymark")).isGreaterThan(DOCKERFILE.lastIndexOf("useradd"));
    assertThat(DOCKERFILE).contains("WAYMARK_DEMO=false", WaymarkApplication.class.getName());
  }

  @Test
  @SuppressWarnings("unchecked")
  void the_volumes_that_services_use_are_declared_and_the_database_is_waited_for() {
    Map<String, Object> compose =
        (Map<String, Object>) new Load(LoadSettings.builder().build()).loadFromString(COMPOSE);
    Map<String, Map<String, Object>> services =
        (Map<String, Map<String, Object>>) compose.get("services");
    Set<String> declared = ((Map<String, Object>) compose.get("volumes")).keySet();
    services.forEach(
        (name, service) ->
            ((List<String>) service.get("volumes"))
                .forEach(v -> assertThat(declared).as(name).contains(v.split(":")[0])));
    assertThat(services.get("database")).containsKey("healthcheck");
    assertThat(services.get("waymark").get("depends_on").toString()).contains("service_healthy");
  }

  private static Set<String> found(String text, String pattern) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    while (matcher.find()) found.add(matcher.group(1));
    return found;
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
