package com.mailup.keycloak.testbed;

import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a Keycloak is to be started with: ours in production mode, unless said otherwise. */
public final class KeycloakSetup {

    final Repository repository = Repository.here();
    final Path folder;
    final List<Path> jars = new ArrayList<>(List.of(repository.jar()));
    final Map<String, String> environment = new LinkedHashMap<>();
    final List<String> buildOptions = new ArrayList<>(
            List.of("--db=dev-file", "--cache=local", "--health-enabled=true", "--metrics-enabled=true"));
    final List<String> options = new ArrayList<>();
    List<Path> imports = repository.realm();
    URL database;
    boolean development;
    int port;
    Path log;

    private KeycloakSetup(Path folder) {
        this.folder = folder;
        this.log = folder.resolveSibling(folder.getFileName() + ".log");
    }

    /** A server of this name; servers of different names can run side by side. */
    public static KeycloakSetup named(String name) {
        Repository repository = Repository.here();
        return in(repository.target().resolve("servers").resolve(name + "-" + Repository.version()));
    }

    /** A server in this folder, which keeps what was built, but no data, for the next start. */
    public static KeycloakSetup in(Path folder) {
        return new KeycloakSetup(folder);
    }

    /** A further jar, such as a helper that only tests may have. */
    public KeycloakSetup jar(Path jar) {
        jars.add(jar);
        return this;
    }

    /** Keycloak as it comes, to compare with. */
    public KeycloakSetup withoutOurJar() {
        jars.remove(repository.jar());
        return this;
    }

    /** Lets {@link KeycloakServer#travel} move the server's clock. */
    public KeycloakSetup timeTravel() {
        jars.addAll(repository.testOnlyJars());
        return this;
    }

    /** A value for {@code ${name:default}} in the realm file. */
    public KeycloakSetup variable(String name, Object value) {
        environment.put(name, value.toString());
        return this;
    }

    /** Java's heap from the beginning on, such as {@code 1g}; Keycloak's own begins with 64 MB and ends with 512. */
    public KeycloakSetup heap(String size) {
        return variable("JAVA_OPTS_KC_HEAP", "-Xms%1$s -Xmx%1$s".formatted(size));
    }

    /** Lets the realm send its mails there. */
    public KeycloakSetup with(Mailbox mailbox) {
        return variable("SMTP_HOST", Containers.thisMachine()).variable("SMTP_PORT", mailbox.port());
    }

    /** Lets the realm send its mails there. */
    public KeycloakSetup with(SmtpSink sink) {
        return variable("SMTP_HOST", "127.0.0.1").variable("SMTP_PORT", sink.port());
    }

    /** The same, by TLS: the server trusts this certificate. */
    public KeycloakSetup with(SmtpSink sink, Certificate certificate) {
        return with(sink).variable("SMTP_SSL", true).option("--truststore-paths=" + certificate.pem());
    }

    /** Lets the server keep its data there. */
    public KeycloakSetup with(Postgres database) {
        return buildOption("--db=postgres")
                .option("--db-url=" + database.url())
                .option("--db-username=" + Postgres.USER)
                .option("--db-password=any");
    }

    /** Lets the server keep its data there. */
    KeycloakSetup with(MariaDb database) {
        return buildOption("--db=mariadb")
                .option("--db-url=" + database.url())
                .option("--db-username=" + MariaDb.USER)
                .option("--db-password=any");
    }

    /** Lets people come from there and return. */
    public KeycloakSetup with(RelyingParty platform) {
        return platform(platform.home().replaceFirst("/$", ""));
    }

    /** Where the platform is; its secret is the one of all tests. */
    public KeycloakSetup platform(String url) {
        return variable("PLATFORM_URL", url)
                .variable("PLATFORM_SECRET", RelyingParty.SECRET)
                .variable("HELP_URL", "https://help.example.com/");
    }

    /** Files instead of our realm and its people, named as {@code --import-realm} wants them. */
    public KeycloakSetup imports(Path... files) {
        imports = List.of(files);
        return this;
    }

    /** Begins with this H2 database, packed by gzip, in place of an empty one. */
    public KeycloakSetup database(URL packed) {
        database = packed;
        return this;
    }

    /** A further file to import, named in the same way. */
    public KeycloakSetup alsoImports(Path file) {
        imports = Stream.concat(imports.stream(), Stream.of(file)).toList();
        return this;
    }

    /** An option of {@code kc.sh build}, where it differs from a single node on an embedded database. */
    public KeycloakSetup buildOption(String option) {
        String name = option.substring(0, option.indexOf('='));
        buildOptions.removeIf(other -> other.startsWith(name + "="));
        buildOptions.add(option);
        return this;
    }

    /** An option of {@code kc.sh start}. */
    public KeycloakSetup option(String option) {
        options.add(option);
        return this;
    }

    public KeycloakSetup port(int chosen) {
        port = chosen;
        return this;
    }

    public KeycloakSetup log(Path file) {
        log = file;
        return this;
    }

    /** {@code start-dev} with the theme read from the working tree, so that F5 shows an edit. */
    public KeycloakSetup development() {
        development = true;
        return option("--spi-theme--folder--dir=" + repository.themes());
    }

    /** The realm that is imported first; {@code master} where none is. */
    public String realm() {
        return imports.stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith("-realm.json"))
                .map(name -> name.replace("-realm.json", ""))
                .findFirst()
                .orElse("master");
    }

    public KeycloakServer start() {
        return Containers.wanted() ? new ContainerStart(this).server() : new KeycloakStart(this).server();
    }
}
