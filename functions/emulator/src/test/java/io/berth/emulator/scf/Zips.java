// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf;

import io.berth.emulator.scf.platform.FunctionCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;

/** Zips to upload. The one with {@link #PROBE} is a real function that speaks the runtime API. */
public final class Zips {
  private static final String BOOTSTRAP =
      """
      #!/bin/sh
      exec "$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto -cp . Probe
      """;

  // What the function does is in the event: `do:COMMAND:ARGUMENT;` anywhere in it.
  private static final String PROBE =
      """
      import java.io.*;
      import java.net.*;
      import java.nio.charset.StandardCharsets;
      import java.nio.file.*;
      import java.util.*;
      import java.util.regex.*;

      public class Probe {
        static final String BASE = "http://" + System.getenv("SCF_RUNTIME_API") + ":"
            + System.getenv("SCF_RUNTIME_API_PORT") + "/runtime/";
        static String requestId;
        static String limits;

        public static void main(String[] arguments) throws Exception {
          System.out.println("probe starts");
          String init = String.valueOf(System.getenv("PROBE_INIT"));
          if (init.equals("never")) {
            Thread.sleep(600_000);
          }
          if (init.equals("exit")) {
            System.exit(7);
          }
          post("init/ready", " ");
          post("init/ready", "again");
          while (!init.equals("idle")) {
            work(next());
          }
          Thread.sleep(600_000);
        }

        static void work(String event) throws Exception {
          Matcher found = Pattern.compile("do:([a-z]+):([^;]*);").matcher(event);
          String what = found.find() ? found.group(1) : "event";
          String with = what.equals("event") ? "" : found.group(2);
          switch (what) {
            case "event" -> answer(event);
            case "echo" -> answer(with);
            case "plain" -> post("invocation/response", with);
            case "pid" -> answer(String.valueOf(ProcessHandle.current().pid()));
            case "limits" -> answer(requestId + " " + limits);
            case "env" -> answer(String.valueOf(System.getenv(with)));
            case "names" -> answer(String.join(" ", new TreeSet<>(System.getenv().keySet())));
            case "version" -> answer(Files.readString(Path.of("version.txt")));
            case "home" -> answer(Files.writeString(Path.of(System.getenv("HOME"), "x"), "y").toString());
            case "print" -> {
              System.out.println(with);
              System.err.println("to stderr");
              System.out.print("no line end");
              answer("printed");
            }
            case "again" -> {
              String id = requestId;
              answer(next().equals(event) + " " + requestId.equals(id));
            }
            case "twice" -> {
              answer("first");
              answer("second");
              post("invocation/error", "third");
            }
            case "fail" -> post("invocation/error", with);
            case "sleep" -> Thread.sleep(600_000);
            case "exit" -> System.exit(Integer.parseInt(with));
            case "quit" -> {
              answer(String.valueOf(ProcessHandle.current().pid()));
              System.exit(0);
            }
            case "meet" -> {
              // Says that it is here, and answers when everybody is.
              Files.writeString(Path.of(with, String.valueOf(ProcessHandle.current().pid())), "");
              while (!Files.exists(Path.of(with, "go"))) {
                Thread.sleep(5);
              }
              answer(String.valueOf(ProcessHandle.current().pid()));
            }
            case "big" -> post("invocation/response", "x".repeat(Integer.parseInt(with)));
            default -> post("invocation/error", "what is " + what + "?");
          }
        }

        static String next() throws Exception {
          HttpURLConnection http = (HttpURLConnection) new URL(BASE + "invocation/next").openConnection();
          String body = read(http.getInputStream());
          requestId = http.getHeaderField("request_id");
          limits = http.getHeaderField("memory_limit_in_mb") + " " + http.getHeaderField("time_limit_in_ms");
          return body;
        }

        static void answer(String text) throws Exception {
          StringBuilder body = new StringBuilder();
          for (char c : text.toCharArray()) {
            body.append(c == '"' || c == '\\\\' ? "\\\\" + c : c < ' ' ? "?" : String.valueOf(c));
          }
          post("invocation/response", "{\\"statusCode\\":200,\\"headers\\":{\\"content-type\\":\\"text/plain\\"},"
              + "\\"body\\":\\"" + body + "\\"}");
        }

        static void post(String path, String body) throws Exception {
          HttpURLConnection http = (HttpURLConnection) new URL(BASE + path).openConnection();
          http.setRequestMethod("POST");
          http.setDoOutput(true);
          http.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
          if (http.getResponseCode() == 200) {
            read(http.getInputStream());
          }
        }

        static String read(InputStream in) throws IOException {
          return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
      """;

  private static final Map<String, byte[]> CLASSES = compile();

  private Zips() {}

  /** The probe as a function package; its version is a file beside it. */
  public static byte[] probe(String version) {
    return probe(version, BOOTSTRAP);
  }

  /** The probe with another {@code bootstrap}. */
  static byte[] probe(String version, String bootstrap) {
    Map<String, byte[]> files = new LinkedHashMap<>(CLASSES);
    files.put("version.txt", utf8(version));
    files.put("bootstrap", utf8(bootstrap));
    return zip(files, "bootstrap", "rwxr-xr-x");
  }

  /** As it goes into a request. */
  public static String base64(byte[] zip) {
    return Base64.getEncoder().encodeToString(zip);
  }

  /** A zip as people make them, one file with a mode of its own. */
  public static byte[] zip(Map<String, byte[]> files, String special, String mode) {
    try {
      Path file = Files.createTempDirectory("berth-zip").resolve("code.zip");
      Map<String, ?> options = Map.of("create", "true", "enablePosixFileAttributes", true);
      try (FileSystem zip = FileSystems.newFileSystem(file, options)) {
        for (Map.Entry<String, byte[]> entry : files.entrySet()) {
          Path inside = zip.getPath("/" + entry.getKey());
          if (inside.getParent() != null) {
            Files.createDirectories(inside.getParent());
          }
          Files.write(inside, entry.getValue());
          if (entry.getKey().equals(special)) {
            Files.setPosixFilePermissions(inside, PosixFilePermissions.fromString(mode));
          }
        }
      }
      byte[] bytes = Files.readAllBytes(file);
      FunctionCode.deleteTree(file.getParent());
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A zip with one entry of any name, as an attacker makes them; entries have no mode. */
  public static byte[] raw(String name, byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  public static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, byte[]> compile() {
    try {
      Path folder = Files.createTempDirectory("berth-probe");
      Path source = Files.writeString(folder.resolve("Probe.java"), PROBE);
      int failed =
          ToolProvider.getSystemJavaCompiler()
              .run(null, null, null, "-nowarn", "-d", folder.toString(), source.toString());
      if (failed != 0) {
        throw new IllegalStateException("the probe does not compile");
      }
      Map<String, byte[]> classes = new LinkedHashMap<>();
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(name -> name.toString().endsWith(".class")).toList()) {
          classes.put(file.getFileName().toString(), Files.readAllBytes(file));
        }
      }
      FunctionCode.deleteTree(folder);
      return classes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
