package com.mailup.keycloak.house;

import com.mailup.keycloak.testbed.NotStartedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What came of the tests, as Maven's reports tell it.
 *
 * @param run how many there were; none where something does not compile
 * @param failures what those said that were red, in a line each
 */
record MutantResult(int run, List<String> failures) {

    static List<Path> files(List<Path> folders) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    files.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
                            .forEach(found::add);
                }
            }
        }
        return found;
    }

    static MutantResult read(List<Path> reports) throws IOException {
        int run = 0;
        List<String> failures = new ArrayList<>();
        for (Path report : reports) {
            NodeList tests = parsed(report).getElementsByTagName("testcase");
            for (int i = 0; i < tests.getLength(); i++) {
                Element test = (Element) tests.item(i);
                run += test.getElementsByTagName("skipped").getLength() == 0 ? 1 : 0;
                Stream.of("failure", "error")
                        .map(test::getElementsByTagName)
                        .filter(found -> found.getLength() > 0)
                        .map(found -> test.getAttribute("name") + ": "
                                + ((Element) found.item(0)).getTextContent().strip())
                        .forEach(failures::add);
            }
        }
        // Then nothing is known: no promise was looked at.
        return failures.stream().anyMatch(failure -> failure.contains(NotStartedException.class.getName()))
                ? new MutantResult(0, failures)
                : new MutantResult(run, failures);
    }

    private static Element parsed(Path report) throws IOException {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(report.toFile())
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e);
        }
    }

    boolean isGreen() {
        return run > 0 && failures.isEmpty();
    }

    boolean isRed() {
        return run > 0 && !failures.isEmpty();
    }
}
