package com.mailup.keycloak.load;

import com.mailup.keycloak.report.MachineInfo;
import com.mailup.keycloak.report.PerformancePage;
import com.mailup.keycloak.testbed.FileWork;
import java.awt.Color;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;

/** The load figures as a reader finds them: in words, a table and two pictures. */
final class LoadChapter {

    private final Map<LoadProfile, Served> results;
    private final List<LoadProfile> ours;

    LoadChapter(Map<LoadProfile, Served> results) {
        this.results = results;
        ours = results.keySet().stream()
                .filter(profile -> profile.contender() == Contender.OURS)
                .toList();
    }

    void write() {
        PerformancePage page = new PerformancePage();
        String requests = page.picture("requests.png", chart("Requests a second", Served::rate));
        String answers = page.picture(
                "answers.png", chart("Milliseconds that 95 of 100 answers take at most", served -> served.millis(95)));
        String text = """
                Resets of a password by 1, 4 and 16 clients at once, each as fast as it is answered, with a mail server that takes
                0, 50 or 800 ms for each mail; beside Keycloak as it comes, %d fresh starts of each server in turn, each for %d s, with
                %,d accounts on PostgreSQL and a heap of 1 GB, on the machine of the clients. A client opens the page and posts the form; only the
                posted form is counted and timed. Keycloak sends the mail while the visitor waits; ours leaves it to a worker, which
                goes on when the run is over: "mails/s meanwhile" is what was sent by then. Each run begins when no mail waits. With many
                clients the ratio falls: clients, server and database share the cores, which ours keeps busy while stock's threads
                wait for the mail server.

                `./test load` on %s.

                | mail server | clients | Keycloak | requests/s, median | range | p50 | p95 | p99 | mails/s meanwhile |
                |--:|--:|---|--:|--:|--:|--:|--:|--:|
                %s
                Requests a second, ours to one of stock's: %s.

                ![Requests a second, ours and stock, for each mail server](%s)

                ![95th percentile of the answer, ours and stock, for each mail server](%s)
                """.formatted(
                        Contender.STARTS,
                        GatlingRun.SECONDS,
                        Load.PEOPLE,
                        MachineInfo.inWords(),
                        results.entrySet().stream()
                                .map(result -> row(result.getKey(), result.getValue()))
                                .collect(Collectors.joining()),
                        ours.stream().map(this::ratio).collect(Collectors.joining(", ")),
                        requests,
                        answers);
        System.out.println(text);
        page.chapter("Load", text);
    }

    private static String row(LoadProfile profile, Served served) {
        return String.format(
                Locale.ROOT,
                "| %d ms | %d | %s | %s | %,.0f ms | %,.0f ms | %,.0f ms | %,.0f |%n",
                profile.perMail().toMillis(),
                profile.clients(),
                profile.contender().title(),
                served.rates(),
                served.millis(50),
                served.millis(95),
                served.millis(99),
                served.mailRate());
    }

    private String ratio(LoadProfile profile) {
        double stock = results.get(profile.of(Contender.STOCK)).rate();
        return String.format(Locale.ROOT, "%.1f (%s)", results.get(profile).rate() / stock, profile.title());
    }

    /** Bars on white, which a light page and a dark one both show; as PNG. */
    private byte[] chart(String title, ToDoubleFunction<Served> value) {
        CategoryChart chart = new CategoryChartBuilder()
                .width(900)
                .height(420)
                .title(title + " (logarithmic)")
                .xAxisTitle("mail server, clients")
                .build();
        chart.getStyler().setYAxisMin(0.5).setYAxisLogarithmic(true);
        chart.getStyler().setLegendPosition(LegendPosition.OutsideS).setLegendLayout(LegendLayout.Horizontal);
        chart.getStyler().setLabelsVisible(true).setXAxisLabelRotation(30).setChartBackgroundColor(Color.WHITE);
        for (Contender contender : Contender.values()) {
            chart.addSeries(
                    contender.name().toLowerCase(Locale.ROOT),
                    ours.stream().map(LoadProfile::title).toList(),
                    ours.stream()
                            .map(profile -> value.applyAsDouble(results.get(profile.of(contender))))
                            .toList());
        }
        return FileWork.of(() -> BitmapEncoder.getBitmapBytes(chart, BitmapFormat.PNG));
    }
}
