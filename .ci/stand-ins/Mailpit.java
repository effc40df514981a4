import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** As much of Mailpit as docker-compose.yml and its test use: SMTP on 1025, and two addresses of its API on 8025; the newest mail first. */
final class Mailpit {

    private static final String LIST = "/api/v1/messages";
    private static final String ONE = "/api/v1/message/";

    private final GreenMail smtp = new GreenMail(new ServerSetup(1025, "0.0.0.0", ServerSetup.PROTOCOL_SMTP));

    public static void main(String[] none) throws Exception {
        new Mailpit().start();
    }

    private void start() throws Exception {
        smtp.start();
        HttpServer site = HttpServer.create(new InetSocketAddress(8025), 0);
        ObjectMapper json = new ObjectMapper();
        site.createContext("/", exchange -> {
            try (exchange) {
                byte[] body = json.writeValueAsBytes(
                        answer(exchange.getRequestURI().getPath()));
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        site.start();
    }

    private Map<String, Object> answer(String path) {
        try {
            List<StoredMessage> all = new ArrayList<>(
                    smtp.getManagers().getImapHostManager().getAllMessages());
            if (path.startsWith(ONE)) {
                return described(all, Integer.parseInt(path.substring(ONE.length())));
            }
            List<Object> messages = new ArrayList<>();
            for (int id = all.size() - 1; path.equals(LIST) && id >= 0; id--) {
                messages.add(described(all, id));
            }
            return Map.of("total", messages.size(), "messages", messages);
        } catch (Exception e) {
            return Map.of("Error", e.toString());
        }
    }

    private static Map<String, Object> described(List<StoredMessage> all, int id) throws Exception {
        MimeMessage message = all.get(id).getMimeMessage();
        InternetAddress to = (InternetAddress) message.getRecipients(RecipientType.TO)[0];
        return Map.of(
                "ID", String.valueOf(id),
                "To", List.of(Map.of("Address", to.getAddress())),
                "Subject", message.getSubject(),
                "Text", text(message));
    }

    private static String text(Part part) throws Exception {
        if (part.isMimeType("text/plain")) {
            return part.getContent().toString();
        }
        StringBuilder text = new StringBuilder();
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                text.append(text(parts.getBodyPart(i)));
            }
        }
        return text.toString();
    }
}
