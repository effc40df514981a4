package com.mailup.keycloak.house;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * A test that is about an abuse case.
 *
 * @param id of the case
 * @param type simple name of the class, a nested one behind the class around it
 */
record Attempt(String id, String type, String method) implements Comparable<Attempt> {

    Attempt(String id, Class<?> type, String method) {
        this(id, simpleName(type.getName()), method);
    }

    static String simpleName(String className) {
        return className.substring(className.lastIndexOf('.') + 1).replace('$', '.');
    }

    /** Every test that carries the tag of a case, or is in a class that does. */
    static Set<Attempt> all() {
        return ReflectionSupport.findAllClassesInPackage("com.mailup.keycloak", type -> true, name -> true).stream()
                .flatMap(Attempt::in)
                .collect(Collectors.toSet());
    }

    private static Stream<Attempt> in(Class<?> type) {
        return Stream.of(type.getDeclaredMethods())
                .filter(method -> AnnotationSupport.isAnnotated(method, Testable.class))
                .flatMap(method -> tags(method).map(id -> new Attempt(id, type, method.getName())));
    }

    private static Stream<String> tags(Method method) {
        Stream<Class<?>> types =
                Stream.iterate(method.getDeclaringClass(), type -> type != null, Class::getEnclosingClass);
        return Stream.concat(Stream.<AnnotatedElement>of(method), types)
                .flatMap(element -> AnnotationSupport.findRepeatableAnnotations(element, Tag.class).stream())
                .map(Tag::value)
                .filter(tag -> tag.matches(AbuseCase.ID));
    }

    @Override
    public int compareTo(Attempt other) {
        return Comparator.comparing(Attempt::id)
                .thenComparing(Attempt::type)
                .thenComparing(Attempt::method)
                .compare(this, other);
    }

    String line() {
        return String.join("\t", id, type, method);
    }
}
