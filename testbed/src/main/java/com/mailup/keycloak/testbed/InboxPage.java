package com.mailup.keycloak.testbed;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Mails as HTML; they are numbered as they came, so that a number stays with its mail when the next one comes. */
record InboxPage(List<Mail> newestFirst) {

    /** What a message may do in its frame: nothing but open a link, in a tab that is free again. */
    static final String ALLOWED = "allow-popups allow-popups-to-escape-sandbox";

    private static final Template PAGE = new Template("inbox.ftlh");
    private static final DateTimeFormatter TIME = format("HH:mm:ss");
    private static final DateTimeFormatter DATE = format("yyyy-MM-dd HH:mm:ss");

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withZone(ZoneId.systemDefault());
    }

    Optional<Mail> mail(int number) {
        int index = newestFirst.size() - number;
        return number < 1 || index < 0 ? Optional.empty() : Optional.of(newestFirst.get(index));
    }

    String newest() {
        return showing(newestFirst.size());
    }

    String showing(int number) {
        Map<String, Object> values = new HashMap<>();
        values.put("allowed", ALLOWED);
        values.put("dates", dates());
        values.put(
                "rows",
                IntStream.range(0, newestFirst.size())
                        .mapToObj(i -> row(i, number))
                        .toList());
        mail(number).ifPresent(mail -> values.put("mail", detail(mail, number)));
        return PAGE.with(values);
    }

    /** The HTML as sent, but its links open a tab: Keycloak refuses to be shown in a frame. */
    String body(int number) {
        String html = mail(number).map(Mail::html).orElse("");
        String base = "<base target=\"_blank\">";
        String inHead = html.replaceFirst("(?i)<head(\\s[^>]*)?>", "$0" + base);
        return inHead.equals(html) ? base + html : inHead;
    }

    /** What the page compares with the JSON to notice a change. */
    private String dates() {
        return newestFirst.stream().map(mail -> "\"" + mail.date() + "\"").collect(Collectors.joining(",", "[", "]"));
    }

    private Map<String, Object> row(int index, int open) {
        Mail mail = newestFirst.get(index);
        int number = newestFirst.size() - index;
        return Map.of(
                "number", number,
                "open", number == open,
                "to", mail.to(),
                "subject", subject(mail),
                "time", TIME.format(mail.date()));
    }

    private static Map<String, Object> detail(Mail mail, int number) {
        return Map.of(
                "number", number,
                "to", mail.to(),
                "from", mail.from(),
                "subject", subject(mail),
                "date", DATE.format(mail.date()),
                "html", !mail.html().isEmpty(),
                "text", pieces(mail.text()),
                "headers", mail.headers());
    }

    private static String subject(Mail mail) {
        return mail.subject() == null || mail.subject().isBlank() ? "(no subject)" : mail.subject();
    }

    /** The text cut before and after each link. */
    private static List<Map<String, Object>> pieces(String text) {
        List<Map<String, Object>> pieces = new ArrayList<>();
        int end = 0;
        for (MatchResult link : Mail.LINK.matcher(text).results().toList()) {
            pieces.add(Map.of("text", text.substring(end, link.start()), "link", false));
            pieces.add(Map.of("text", link.group(), "link", true));
            end = link.end();
        }
        pieces.add(Map.of("text", text.substring(end), "link", false));
        return pieces;
    }
}
