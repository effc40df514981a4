package com.mailup.keycloak.testbed;

import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** A FreeMarker page beside these classes, which escapes every value it shows. */
final class Template {

    private final freemarker.template.Template template;

    Template(String name) {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_32);
        configuration.setClassForTemplateLoading(Template.class, "");
        configuration.setDefaultEncoding("UTF-8");
        try {
            // The name ends in .ftlh: FreeMarker escapes for HTML.
            template = configuration.getTemplate(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String with(Map<String, Object> values) {
        StringWriter page = new StringWriter();
        try {
            template.process(values, page);
        } catch (IOException | TemplateException e) {
            throw new IllegalStateException(e);
        }
        return page.toString();
    }
}
