package com.mailup.keycloak.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class BarChartTest {

    private final BarChart chart = new BarChart(
            "requests a second",
            "stock",
            List.of(new BarChart.Group("0 ms", 100, 50), new BarChart.Group("50 ms", 80, 8)));

    @Test
    void a_bar_is_as_long_as_its_value() throws Exception {
        NodeList rectangles = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(chart.svg())))
                .getElementsByTagName("rect");

        assertThat(rectangles.getLength()).isEqualTo(2 + 4);
        assertThat(width(rectangles, 3) / width(rectangles, 2)).isEqualTo(0.5);
        assertThat(width(rectangles, 5) / width(rectangles, 4)).isEqualTo(0.1);
    }

    @Test
    void it_can_be_read_in_the_dark() {
        assertThat(chart.svg()).contains("prefers-color-scheme: dark");
    }

    private static double width(NodeList rectangles, int index) {
        return Double.parseDouble(((Element) rectangles.item(index)).getAttribute("width"));
    }
}
