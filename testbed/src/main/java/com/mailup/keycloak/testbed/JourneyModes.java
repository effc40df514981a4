package com.mailup.keycloak.testbed;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** The two runs of a {@link Journey}. */
final class JourneyModes implements TestTemplateInvocationContextProvider {

    @Override
    public boolean supportsTestTemplate(ExtensionContext test) {
        return true;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext test) {
        return Stream.of(true, false).map(Mode::new);
    }

    private record Mode(boolean javaScript) implements TestTemplateInvocationContext {

        @Override
        public String getDisplayName(int invocation) {
            return javaScript ? "[with JavaScript]" : "[without JavaScript]";
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            BrowserProfile look = BrowserProfile.USUAL.withJavaScript(javaScript);
            return List.of((BeforeEachCallback) test -> TestBed.set(test, look));
        }
    }
}
