package com.mailup.keycloak.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PerformancePageTest {

    @TempDir
    Path docs;

    @Test
    void a_chapter_is_replaced_and_the_others_stay_in_their_order() throws IOException {
        PerformancePage page = new PerformancePage(docs);
        page.chapter("Scale", "a million");
        page.chapter("Load", "old\n\nfigures");
        page.chapter("Load", "new\n\nfigures");

        assertThat(Files.readString(docs.resolve("performance.md")))
                .endsWith("\n## Load\n\nnew\n\nfigures\n\n## Scale\n\na million\n");
    }
}
