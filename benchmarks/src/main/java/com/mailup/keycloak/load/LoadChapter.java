package com.mailup.keycloak.load;

import com.mailup.keycloak.report.MachineInfo;
import com.mailup.keycloak.report.PerformancePage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The load figures as a reader finds them: in words, a table and two pictures. */
final class LoadChapter {

    private final List<LoadResult> results;

    LoadChapter(List<LoadResult> results) {
        this.results = results;
    }

    void write() {
        PerformancePage page = new PerformancePage();
        String requests = page.picture("requests.svg", chart("Requests a second", LoadResult::perSecond));
        String answers = page.picture(
                "answers.svg",
                chart(
                        "Milliseconds that 95 of 100 answers take at most",
                        it -> it.millis().p95()));
        String text = """
                Resets of a password asked for by 1, 4 and 16 clients at once, each as fast as it is answered, with a mail server
                that takes 0, 50 or 800 ms for each mail; beside Keycloak as it comes, in the same run, each on a fresh server with
                10,000 accounts on PostgreSQL, on the machine of the clients. Only the posted form counts, not the page before it.
                Keycloak sends the mail while the visitor waits; ours leaves it to a worker, which sends on when the rush is over:
                "mails/s meanwhile" is what was sent by then. With many clients the ratio falls: clients, server and database share
                the cores, which ours keeps busy while stock's threads wait for the mail server.

                `./test load` on %s.

                %s
                Requests a second, ours to one of stock's: %s.

                ![Requests a second, ours and stock, for each mail server](%s)

                ![95th percentile of the answer, ours and stock, for each mail server](%s)
                """.formatted(MachineInfo.inWords(), table(), ratios(), requests, answers);
        System.out.println(text);
        page.chapter("Load", text);
    }

    private String table() {
        return LoadResult.HEADING + results.stream().map(LoadResult::row).collect(Collectors.joining());
    }

    private String ratios() {
        List<String> ratios = new ArrayList<>();
        for (BarChart.Group group : groups(LoadResult::perSecond)) {
            ratios.add(String.format(Locale.ROOT, "%.1f (%s)", group.ours() / group.other(), group.name()));
        }
        return String.join(", ", ratios);
    }

    private String chart(String title, ToDoubleFunction<LoadResult> value) {
        return new BarChart(title, "stock Keycloak", groups(value)).svg();
    }

    private List<BarChart.Group> groups(ToDoubleFunction<LoadResult> value) {
        return results.stream()
                .map(LoadResult::situation)
                .distinct()
                .map(situation -> new BarChart.Group(
                        situation.toString(),
                        value.applyAsDouble(result(Contender.OURS, situation)),
                        value.applyAsDouble(result(Contender.STOCK, situation))))
                .toList();
    }

    private LoadResult result(Contender contender, MailServerLoad situation) {
        return results.stream()
                .filter(it -> it.contender() == contender && it.situation().equals(situation))
                .findFirst()
                .orElseThrow();
    }
}
