package com.mailup.platform;

import com.mailup.platform.account.Account;
import com.mailup.platform.account.Plan;
import com.mailup.platform.account.SignedIn;
import com.mailup.platform.page.TemplateFormats;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.MethodParameter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Pages with their templates and an H2 database, but no login: the account is that of the request, or the one with the id 1. */
@TestConfiguration
@Import(TemplateFormats.class)
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientAutoConfiguration",
            "org.springframework.boot.security.oauth2.client.autoconfigure.servlet.OAuth2ClientWebSecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration"
        })
public class SignedInPages implements WebMvcConfigurer {

    /** Attribute of a request that has another account; templates see it under this name. */
    public static final String ACCOUNT = "account";

    @Bean
    DataSource database() {
        DataSource source = Database.H2.fresh();
        Database.account(JdbcClient.create(source));
        return source;
    }

    @Bean
    MockMvc browser(WebApplicationContext pages) {
        return MockMvcBuilders.webAppContextSetup(pages).build();
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new HandlerMethodArgumentResolver() {
            @Override
            public boolean supportsParameter(MethodParameter parameter) {
                return parameter.hasParameterAnnotation(SignedIn.class);
            }

            @Override
            public Account resolveArgument(
                    MethodParameter parameter,
                    ModelAndViewContainer page,
                    NativeWebRequest request,
                    WebDataBinderFactory binders) {
                Account given = (Account) request.getAttribute(ACCOUNT, RequestAttributes.SCOPE_REQUEST);
                return given != null ? given : new Account(1, "subject", "m00001", Plan.ACTIVE, null, null, "starter");
            }
        });
    }
}
