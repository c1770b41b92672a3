package org.waymark.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What the server refuses before any filter sees it, such as {@code %2f} in a path. The pages come
 * later than the server.
 */
@Component
@ConditionalOnWebApplication
@Order(Ordered.LOWEST_PRECEDENCE)
class ServerErrors implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
  private final ObjectProvider<ProblemPages> pages;

  ServerErrors(ObjectProvider<ProblemPages> pages) {
    this.pages = pages;
  }

  @Override
  public void customize(TomcatServletWebServerFactory server) {
    server.addContextCustomizers(
        context -> context.getParent().getPipeline().addValve(new Valve(pages)));
  }

  static final class Valve extends ErrorReportValve {
    private final ObjectProvider<ProblemPages> pages;

    Valve(ObjectProvider<ProblemPages> pages) {
      this.pages = pages;
    }

    @Override
    protected void report(Request request, Response response, Throwable failure) {
      int status = response.getStatus();
      if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) return;
      response.setHeader("Cache-Control", "no-store");
      response.setHeader("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'");
      response.setHeader("X-Content-Type-Options", "nosniff");
      response.setHeader("X-Frame-Options", "DENY");
      response.setHeader("Referrer-Policy", "same-origin");
      try {
        pages
            .getObject()
            .write(
                ProblemCatalogue.ofStatus(status, request.getRequestURI()),
                null,
                request,
                response);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
