package org.kezheng.platform.http;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// Refuses names in a query that mean nothing to the endpoint: a filter that is misspelt would otherwise be
/// passed over, and everything be taken for what matched.
final class QueryNames implements HandlerInterceptor {
    private static final String API = "/api/";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9.]{1,80}");

    private final Map<HandlerMethod, NavigableSet<String>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        boolean isAsked = request.getDispatcherType() == DispatcherType.REQUEST
                && request.getQueryString() != null
                && request.getRequestURI().startsWith(API);
        if (isAsked && handler instanceof HandlerMethod endpoint) {
            requireKnown(request, known.computeIfAbsent(endpoint, QueryNames::of));
        }
        return true;
    }

    private static void requireKnown(HttpServletRequest request, NavigableSet<String> names) {
        for (String given : request.getParameterMap().keySet()) {
            if (!names.contains(given)) {
                throw Problem.invalid(
                        NAME.matcher(given).matches() ? given : "query",
                        "field.unknown",
                        names.isEmpty() ? "Nothing is known here" : "Known here are: " + String.join(", ", names));
            }
        }
    }

    private static NavigableSet<String> of(HandlerMethod endpoint) {
        NavigableSet<String> names = new TreeSet<>();
        for (MethodParameter parameter : endpoint.getMethodParameters()) {
            names(parameter).filter(name -> !name.isEmpty()).forEach(names::add);
        }
        return names;
    }

    private static Stream<String> names(MethodParameter parameter) {
        if (parameter.hasParameterAnnotation(ParameterObject.class)) {
            return Arrays.stream(parameter.getParameterType().getRecordComponents())
                    .map(RecordComponent::getName);
        }
        RequestParam named = parameter.getParameterAnnotation(RequestParam.class);
        return named == null ? Stream.empty() : Stream.of(named.name());
    }
}
