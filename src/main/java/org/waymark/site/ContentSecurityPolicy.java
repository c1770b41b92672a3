package org.waymark.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Only our own files run, and the pages' import maps, which a browser takes inline only: allowed by
 * the hash of their text, as it was built or as {@link Page} wrote it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class ContentSecurityPolicy extends OncePerRequestFilter {
  private static final String HEADER = "Content-Security-Policy";
  private static final Pattern IMPORT_MAP =
      Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);
  private final String policy;

  ContentSecurityPolicy() throws IOException {
    Set<String> hashes = new TreeSet<>();
    for (Resource page :
        new PathMatchingResourcePatternResolver().getResources("classpath*:static/**/*.html")) {
      Matcher maps = IMPORT_MAP.matcher(page.getContentAsString(StandardCharsets.UTF_8));
      while (maps.find()) hashes.add(hash(maps.group(1)));
    }
    policy = policy(hashes);
  }

  /** Of a page whose import map is written while it is served. */
  static void allow(String importMap, HttpServletResponse response) {
    response.setHeader(HEADER, policy(Set.of(hash(importMap))));
  }

  private static String policy(Set<String> hashes) {
    return "default-src 'self'; script-src 'self'"
        + hashes.stream().map(h -> " 'sha256-" + h + "'").collect(Collectors.joining())
        + "; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'"
        + "; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.setHeader(HEADER, policy);
    chain.doFilter(request, response);
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
