package org.waymark.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.i18n.FixedLocaleResolver;
import org.waymark.words.ProblemBodies;
import org.waymark.words.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ProblemAnswersTest {
  private final ProblemAnswers answers =
      new ProblemAnswers(
          new ProblemPages(
              new Words(),
              new ProblemBodies(new Words()),
              new JsonMapper(),
              new FixedLocaleResolver(Locale.ENGLISH)));
  private final MockHttpServletResponse response = new MockHttpServletResponse();

  @Test
  void a_failure_here_is_quoted_by_number_and_tells_nothing_else() throws IOException {
    answers.answer(
        new IllegalStateException("secret at line 7"),
        new MockHttpServletRequest("GET", "/api/plan"),
        response);
    assertThat(response.getStatus()).isEqualTo(500);
    assertThat(response.getContentAsString()).doesNotContain("secret", "IllegalState", "line 7");
    JsonNode problem = new JsonMapper().readTree(response.getContentAsByteArray());
    assertThat(problem.get("type").asString()).isEqualTo("/problems/internal");
    assertThat(problem.get("detail").asString()).contains(problem.get("id").asString());
  }

  @Test
  void what_was_sent_already_is_left_alone() throws IOException {
    response.getWriter().write("half an answer");
    response.flushBuffer();
    answers.answer(
        new IllegalStateException("x"), new MockHttpServletRequest("GET", "/api/plan"), response);
    assertThat(response.getContentAsString()).isEqualTo("half an answer");
  }
}
