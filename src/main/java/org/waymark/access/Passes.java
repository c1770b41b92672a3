package org.waymark.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.apache.catalina.Context;
import org.apache.catalina.Session;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Sessions that the sign-in let through to an address which every account may read, for whoever
 * answers such addresses before the filters run. A pass grants nothing that the filters have not:
 * it ends with the session, and with any change of the account.
 */
@Component
public class Passes implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
  private static final int MOST = 10_000;
  private final ObjectProvider<KeptAccounts> accounts;
  private final Cache<String, SignedIn> passes = Caffeine.newBuilder().maximumSize(MOST).build();
  private volatile Context context;

  /** The server is made before the database is reached. */
  Passes(ObjectProvider<KeptAccounts> accounts) {
    this.accounts = accounts;
  }

  @Override
  public void customize(TomcatServletWebServerFactory server) {
    server.addContextCustomizers(made -> context = made);
  }

  /**
   * Of a person with a session; not of a program, which proves itself each time. By the id that was
   * sent: meanwhile somebody else may have signed in, and the session goes on under another.
   */
  public void note(HttpServletRequest request) {
    if (request.getHeader(HttpHeaders.AUTHORIZATION) != null) return;
    HttpSession session = request.getSession(false);
    Authentication known = SecurityContextHolder.getContext().getAuthentication();
    String id = request.getRequestedSessionId();
    if (session != null
        && id != null
        && known != null
        && known.getPrincipal() instanceof SignedIn account) passes.put(id, account);
  }

  /**
   * Whose session it is, which counts as used; empty where the filters have to be asked. Never
   * waits for the database.
   */
  public Optional<Caller> find(String sessionId) {
    SignedIn account = passes.getIfPresent(sessionId);
    if (account == null) return Optional.empty();
    Session session = session(sessionId);
    if (session == null || account != accounts.getObject().findKept(account.account().id())) {
      passes.invalidate(sessionId);
      return Optional.empty();
    }
    session.access();
    session.endAccess();
    return Optional.of(account.account().caller());
  }

  private Session session(String id) {
    try {
      Session session = context.getManager().findSession(id);
      return session == null || !session.isValid() ? null : session;
    } catch (IOException e) {
      return null;
    }
  }
}
