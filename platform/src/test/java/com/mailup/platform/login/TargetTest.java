package com.mailup.platform.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class TargetTest {

    private static final MockHttpServletRequest REQUEST = request();

    private static MockHttpServletRequest request() {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/initiate-login");
        request.setServerName("platform.example");
        request.setScheme("https");
        request.setServerPort(443);
        return request;
    }

    @ParameterizedTest
    @CsvSource({"/abbonamento, /abbonamento", "https://platform.example/acquisto/plus, /acquisto/plus"})
    void a_page_of_the_platform_is_one(String asked, String path) {
        assertThat(Target.within(REQUEST, asked)).contains(new Target(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://evil.example/",
                "//evil.example/",
                "///evil.example",
                "/\\evil.example",
                "/%5cevil.example",
                "https://platform.example@evil.example/",
                "https://platform.example.evil.example/",
                "http://platform.example/abbonamento",
                "javascript:alert(1)",
                "/../x",
                "/a?b=c",
                "abbonamento",
                "/oauth2/authorization/mailup",
                "/logout",
                "/abbonamenti",
                "/a\r\nSet-Cookie: b=c"
            })
    void anything_else_is_none(String asked) {
        assertThat(Target.within(REQUEST, asked)).isEmpty();
    }
}
