package org.waymark.access;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Two chains: whoever sends {@code Authorization}, or a pairing code, or is a screen, is a program
 * (no session, cookie or CSRF token); everybody else is a person with a session.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SecurityConfiguration {
  @Bean
  @Order(1)
  SecurityFilterChain programs(
      HttpSecurity http,
      Devices devices,
      SignInAnswers answers,
      Callers callers,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
    common(http, answers, callers, problems);
    return http.securityMatcher(
            request ->
                request.getHeader(HttpHeaders.AUTHORIZATION) != null
                    || AccessPaths.PAIRING.matches(request)
                    || AccessPaths.SCREEN.matches(request))
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(csrf -> csrf.disable())
        .addFilterBefore(new BearerSignIn(devices, answers), BasicAuthenticationFilter.class)
        .httpBasic(basic -> basic.authenticationEntryPoint(answers::notSignedIn))
        .formLogin(form -> form.disable())
        .logout(logout -> logout.disable())
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain persons(
      HttpSecurity http,
      PasswordSignIn signIn,
      SignInAnswers answers,
      Callers callers,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
    common(http, answers, callers, problems);
    return http.csrf(csrf -> csrf.csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler()))
        .httpBasic(basic -> basic.disable())
        .formLogin(
            form ->
                form.loginPage("/sign-in")
                    .usernameParameter("userName")
                    .passwordParameter("password")
                    .successHandler(answers::signedIn)
                    .failureHandler(answers::signInFailed))
        .logout(
            logout ->
                logout
                    .logoutUrl("/sign-out")
                    .deleteCookies("WAYMARK")
                    .logoutSuccessHandler(answers::signedOut))
        .exceptionHandling(e -> e.authenticationEntryPoint(answers::notSignedIn))
        .addFilterBefore(new CurrentAccountFilter(signIn), AuthorizationFilter.class)
        .build();
  }

  private static void common(
      HttpSecurity http,
      SignInAnswers answers,
      Callers callers,
      HandlerExceptionResolver problems) {
    http.authorizeHttpRequests(AccessRules::apply)
        .requestCache(cache -> cache.disable())
        .rememberMe(remember -> remember.disable())
        .exceptionHandling(
            e ->
                e.authenticationEntryPoint(answers::notSignedIn)
                    .accessDeniedHandler(answers::denied))
        .headers(
            headers ->
                headers
                    .cacheControl(cache -> cache.disable())
                    // the same machine is reached without TLS too; a proxy may add it
                    .httpStrictTransportSecurity(hsts -> hsts.disable())
                    .addHeaderWriter(new CacheHeaders())
                    .referrerPolicy(r -> r.policy(ReferrerPolicy.SAME_ORIGIN))
                    .crossOriginOpenerPolicy(c -> c.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                    .permissionsPolicyHeader(
                        p -> p.policy("camera=(self), geolocation=(self), microphone=()")))
        .addFilterAfter(new MustChangeFilter(callers, problems), AuthorizationFilter.class);
  }
}
