package com.mailup.keycloak.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.keycloak.testbed.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every change of {@code mutants.txt} can be made, and its test is there. */
class MutantsTest {

    static List<Mutant> mutants() {
        return Mutant.all();
    }

    @Test
    void there_are_at_least_forty_of_different_names() {
        assertThat(mutants())
                .hasSizeGreaterThanOrEqualTo(40)
                .extracting(Mutant::name)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "java.lang.AssertionError: Expecting, true",
        "com.mailup.keycloak.testbed.NotStartedException: kc.sh ended before it was ready, false",
        "java.lang.IllegalStateException: It did not start; Caused by: com.mailup.keycloak.testbed.NotStartedException, false"
    })
    void a_test_whose_server_has_not_started_is_not_red(String failure, boolean red, @TempDir Path folder)
            throws IOException {
        Path report = folder.resolve("TEST-SomeIT.xml");
        Files.writeString(
                report,
                "<testsuite><testcase name='promise'><error>%s</error></testcase></testsuite>".formatted(failure));

        assertThat(MutantResult.read(List.of(report)).isRed()).isEqualTo(red);
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void its_text_stands_in_the_file_once(Mutant mutant) {
        assertThat(mutant.text()).isNotBlank().isNotEqualTo(mutant.replacement());
        assertThat(mutant.places()).isOne();
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void its_test_is_there(Mutant mutant) throws IOException {
        Path root = Repository.here().root();
        TestName test = mutant.test();

        String source = Files.readString(root.resolve(test.module(root)).resolve(test.source()));

        // Rules of ArchUnit are fields.
        assertThat(source).containsPattern(" " + test.method() + "(\\(| =)");
        Stream.of(test.type().split("\\$"))
                .skip(1)
                .forEach(nested -> assertThat(source).contains("class " + nested + " {"));
    }
}
