package org.waymark.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContextHolder;

class PassesTest {
  private final Passes passes = new Passes(null);

  @AfterEach
  void nobody() {
    SecurityContextHolder.clearContext();
  }

  /** Its own request was still under way when somebody else signed in on the same browser. */
  @Test
  void a_pass_does_not_follow_the_session_to_the_next_who_signs_in() {
    Account planner =
        new Account(
            1,
            "990401",
            "planner",
            "planner",
            Role.PLANNER,
            null,
            null,
            null,
            false,
            null,
            false,
            Instant.EPOCH);
    SecurityContextHolder.getContext()
        .setAuthentication(new SignedIn(planner, "hash").authentication(null));
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setRequestedSessionId("of the planner");
    request.setSession(new MockHttpSession(null, "of the next"));
    passes.note(request);
    assertThat(passes.find("of the next")).isEmpty();
  }
}
