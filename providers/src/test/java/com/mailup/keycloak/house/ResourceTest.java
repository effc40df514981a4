package com.mailup.keycloak.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.keycloak.testbed.Repository;
import com.mailup.keycloak.testbed.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Browsers keep a style sheet for 30 days: its address has to change with its bytes. */
class ResourceTest {

    private static final Path THEME = Repository.here().themes().resolve("mailup/login");

    @ParameterizedTest
    @ValueSource(strings = {"styles", "scripts"})
    void its_address_ends_with_the_hash_of_its_bytes(String property) throws IOException, GeneralSecurityException {
        String[] address =
                Texts.read(THEME.resolve("theme.properties")).get(property).split("\\?");

        byte[] bytes = Files.readAllBytes(THEME.resolve("resources").resolve(address[0]));
        String hash = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
                .substring(0, 8);

        assertThat(address).as("theme.properties: %s", property).containsExactly(address[0], hash);
    }
}
